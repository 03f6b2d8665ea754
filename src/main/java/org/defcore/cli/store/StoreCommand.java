package org.defcore.cli.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.defcore.cli.console.CommandTable;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.RowsOutput;
import org.defcore.cli.options.StoreOptions;
import org.defcore.desk.Board;
import org.defcore.desk.Installation;
import org.defcore.desk.store.RunKeeper;
import org.defcore.report.Rows;
import org.defcore.result.Outcome;
import org.defcore.store.RunRow;
import org.defcore.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs of many clouds, kept for questions over them. */
@Command(
    mixinStandardHelpOptions = true,
    description = "Keep runs of many clouds, and answer questions over them.")
final class StoreCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;

  StoreCommand(Installation installation) {
    this.installation = installation;
  }

  static CommandLine line(Installation installation, Optional<String> called) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("add", () -> new StoreAddCommand(installation));
    commands.put("list", () -> new StoreListCommand(installation));
    commands.put("history", () -> new StoreHistoryCommand(installation));
    commands.put("adoption", () -> new StoreAdoptionCommand(installation));
    CommandLine line = new CommandLine(new StoreCommand(installation));
    return new CommandTable(commands).addTo(line, called);
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(),
        "store: expected one of add, adoption, export, history, list, rebuild, remove, show");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Show one run: its cloud, its verdicts, and how many tests had which outcome.")
  int show(
      @Parameters(paramLabel = "RUN", description = "Id of the run, or the start of its hash.")
          String name,
      @Mixin StoreOptions place,
      @Mixin RowsOutput output) {
    try (Store store = place.open(installation)) {
      output.print(installation.work(), facts(store, store.run(name)));
    }
    return ExitCode.CONFORMANT;
  }

  private static Rows facts(Store store, RunRow run) {
    Rows rows = new Rows("fact", "value");
    rows.add("run", run.name()).add("bundle", run.bundle());
    rows.add("vendor", run.cloud().vendor()).add("product", run.cloud().product());
    rows.add("version", run.version()).add("openstack", run.openstack());
    rows.add("kind", run.kind()).add("cloud", run.cloud().name());
    rows.add("auth_url", run.cloud().authUrl()).add("region", run.cloud().region());
    rows.add("simulated", run.simulated()).add("partial", run.partial());
    rows.add("started", run.started());
    rows.add("finished", run.finished().map(Object::toString).orElse("never"));
    rows.add("added", run.added()).add("harness", run.harness());
    rows.add("guideline", run.guideline()).add("guideline_hash", run.guidelineHash());
    store.verdicts(run).forEach(it -> rows.add("verdict " + it.target(), it.text()));
    Map<Outcome, Integer> outcomes = store.outcomes(run);
    outcomes.forEach((outcome, tests) -> rows.add(outcome.word(), tests));
    return rows;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Write the bundle of a run to a new file, as it was added.",
        "For one with fewer tiers: defcore bundle extract."
      })
  int export(
      @Parameters(paramLabel = "RUN", description = "Id of the run, or the start of its hash.")
          String name,
      @Mixin StoreOptions place,
      @Option(
              names = {"-o", "--out"},
              required = true,
              paramLabel = "FILE",
              description = "New file of the bundle.")
          Path out) {
    Path file = installation.work().resolve(out);
    try (Store store = place.open(installation)) {
      store.export(store.run(name).bundle(), file);
    }
    Console.of(spec).out().println("bundle: " + file);
    return ExitCode.CONFORMANT;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Remove runs and their bundles from the store.")
  int remove(
      @Parameters(
              paramLabel = "RUN",
              arity = "1..*",
              description = "Ids of the runs, or the starts of their hashes.")
          List<String> names,
      @Mixin StoreOptions place) {
    try (Store store = place.open(installation)) {
      List<RunRow> runs = names.stream().map(store::run).distinct().toList();
      store.remove(runs);
      runs.forEach(it -> Console.of(spec).out().println("removed: " + it.name()));
    }
    return ExitCode.CONFORMANT;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Make the rows of all bundles that the store has as files.",
        "For a database that was lost or damaged: remove its file, store.mv.db, first."
      })
  int rebuild(@Mixin StoreOptions place) {
    try (Store store = place.open(installation);
        RunKeeper keeper =
            new RunKeeper(
                installation,
                Board.usual(installation),
                installation.own().policyFile(),
                store,
                Clock.systemUTC())) {
      Console.of(spec).out().println("runs: " + keeper.rebuild());
    }
    return ExitCode.CONFORMANT;
  }
}
