package org.defcore.cli.store;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.EnumOption;
import org.defcore.cli.options.GuidelineOptions;
import org.defcore.cli.options.RowsOutput;
import org.defcore.cli.options.StoreOptions;
import org.defcore.desk.Installation;
import org.defcore.desk.Targets;
import org.defcore.desk.store.Adoption;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;
import org.defcore.report.Rows;
import org.defcore.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code defcore store adoption}: how many clouds have which capabilities. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Show on how many of the stored clouds all, some or none of the tests of each capability"
          + " passed, on how many none was judged, and how many vendors have a cloud where all"
          + " passed: the evidence for the criterion \"widely deployed\".",
      "A cloud is judged by its newest run that was not partial and came to its end, or else by its"
          + " newest run. Simulated clouds and flagged tests do not count."
    })
final class StoreAdoptionCommand implements Callable<Integer> {

  private final Installation installation;
  private Optional<Adoption.Trait> by = Optional.empty();

  @Spec private @Nullable CommandSpec spec;
  @Mixin private StoreOptions place = new StoreOptions();
  @Mixin private RowsOutput output = new RowsOutput();

  @Option(
      names = {"-g", "--guideline"},
      paramLabel = "ID",
      defaultValue = GuidelineOptions.USUAL,
      description = "Id or file of the guideline. Default: ${DEFAULT-VALUE}.")
  private String guideline = GuidelineOptions.USUAL;

  @Option(
      names = "--target",
      paramLabel = "KEY",
      description = "The target whose capabilities are counted. Default: the first one.")
  private @Nullable String target;

  StoreAdoptionCommand(Installation installation) {
    this.installation = installation;
  }

  @Option(
      names = "--by",
      paramLabel = "kind|vendor",
      description = "Count the clouds of each kind of compute or of each vendor apart.")
  void by(String word) {
    by =
        Optional.of(
            EnumOption.choice(
                Objects.requireNonNull(spec).commandLine(), "--by", Adoption.Trait.class, word));
  }

  @Override
  public Integer call() {
    Guideline asked = installation.guidelines().find(guideline);
    Target about = target == null ? Targets.first(asked) : Targets.find(asked, target);
    Rows rows;
    try (Store store = place.open(installation)) {
      rows = new Adoption(store, installation.catalogue(), asked.requirements(about)).rows(by);
    }
    output.print(installation.work(), rows);
    return ExitCode.CONFORMANT;
  }
}
