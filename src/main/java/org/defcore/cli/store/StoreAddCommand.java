package org.defcore.cli.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.defcore.bundle.BundleException;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.PolicyOptions;
import org.defcore.cli.options.StoreOptions;
import org.defcore.desk.Installation;
import org.defcore.desk.store.RunKeeper;
import org.defcore.result.RunException;
import org.defcore.store.Store;
import org.defcore.store.StoreException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code defcore store add RUN…}: keeps runs. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Add runs to the store: bundles as they are, folders as new bundles of all tiers.",
      "The sums and the verdicts of each bundle are checked; its signatures are kept, and checked by"
          + " defcore verify. A run that is there already is not added again.",
      "Exit code: 2 if a run could not be added; the others are."
    })
final class StoreAddCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private StoreOptions place = new StoreOptions();
  @Mixin private PolicyOptions policy = new PolicyOptions();

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "Bundles or folders of runs.")
  private List<Path> runs = new ArrayList<>();

  StoreAddCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    int code = ExitCode.CONFORMANT;
    try (Store store = place.open(installation);
        RunKeeper keeper =
            new RunKeeper(
                installation,
                policy.board(installation),
                policy.file(installation),
                store,
                Clock.systemUTC())) {
      for (Path run : runs) {
        try {
          RunKeeper.Kept kept = keeper.add(run);
          console
              .out()
              .println(
                  "%s: %s as %s, %s"
                      .formatted(
                          run,
                          kept.added() ? "added" : "already there",
                          kept.run().name(),
                          kept.run().verdict().text()));
        } catch (BundleException | RunException | StoreException e) {
          console.err().println("defcore: " + e.getMessage());
          code = ExitCode.BAD_INPUT;
        }
      }
    }
    return code;
  }
}
