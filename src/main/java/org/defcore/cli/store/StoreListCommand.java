package org.defcore.cli.store;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.RowsOutput;
import org.defcore.cli.options.StoreOptions;
import org.defcore.desk.Installation;
import org.defcore.report.Rows;
import org.defcore.store.RunFilter;
import org.defcore.store.RunRow;
import org.defcore.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code defcore store list}: the runs that are kept. */
@Command(
    mixinStandardHelpOptions = true,
    description = "List the runs in the store, by cloud and time; options narrow the list.")
final class StoreListCommand implements Callable<Integer> {

  private final Installation installation;

  @Mixin private StoreOptions place = new StoreOptions();
  @Mixin private RowsOutput output = new RowsOutput();

  @Option(names = "--vendor", paramLabel = "NAME", description = "Vendor as declared.")
  private @Nullable String vendor;

  @Option(names = "--product", paramLabel = "NAME", description = "Product as declared.")
  private @Nullable String product;

  @Option(
      names = "--cloud",
      paramLabel = "NAME",
      description = "Name in clouds.yaml, or of the product.")
  private @Nullable String cloud;

  @Option(
      names = "--release",
      paramLabel = "NAME",
      description = "Version of the product or release of OpenStack, as declared.")
  private @Nullable String release;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "Kind of compute as declared: virtual-machine, system-container, …")
  private @Nullable String kind;

  @Option(
      names = {"-g", "--guideline"},
      paramLabel = "ID",
      description = "Guideline that the run was planned with.")
  private @Nullable String guideline;

  @Option(
      names = "--verdict",
      paramLabel = "WORD",
      description = "Verdict: conformant, not-conformant, inconclusive, nothing-required.")
  private @Nullable String verdict;

  StoreListCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    RunFilter filter =
        new RunFilter(
            Optional.ofNullable(vendor),
            Optional.ofNullable(product),
            Optional.ofNullable(cloud),
            Optional.ofNullable(release),
            Optional.ofNullable(kind),
            Optional.ofNullable(guideline),
            Optional.ofNullable(verdict));
    Rows rows =
        new Rows(
            "run",
            "started",
            "vendor",
            "product",
            "version",
            "openstack",
            "cloud",
            "kind",
            "guideline",
            "target",
            "verdict",
            "full",
            "api_contract");
    try (Store store = place.open(installation)) {
      store.runs(filter).forEach(it -> row(rows, it));
    }
    output.print(installation.work(), rows);
    return ExitCode.CONFORMANT;
  }

  private static void row(Rows rows, RunRow run) {
    rows.add(
        run.name(),
        run.started(),
        run.cloud().vendor(),
        run.cloud().product(),
        run.version(),
        run.openstack(),
        run.cloud().name(),
        run.kind(),
        run.guideline(),
        run.verdict().target(),
        run.verdict().text(),
        run.verdict().full(),
        run.verdict().contract());
  }
}
