package org.defcore.desk;

import java.util.Optional;
import org.defcore.clouds.CloudConfigs;
import org.defcore.result.Plan;
import org.defcore.result.RunFolder;
import org.defcore.result.RunLock;
import org.defcore.runner.LedgerCleaner;

/** Removal of what a run that died left in its cloud. */
public final class RunCleanup {

  private final Installation installation;

  public RunCleanup(Installation installation) {
    this.installation = installation;
  }

  /** Logs in to the clouds that the run was made on, and cleans up; can be repeated. */
  public LedgerCleaner.Report clean(RunFolder folder) {
    return RunLock.hold(folder, () -> clean(folder, folder.plan()));
  }

  private LedgerCleaner.Report clean(RunFolder folder, Plan plan) {
    CloudConfigs clouds = installation.clouds();
    Optional<String> region = Optional.of(plan.region()).filter(it -> !it.isEmpty());
    return new LedgerCleaner()
        .clean(
            folder,
            clouds.load(Optional.of(plan.cloud()), region),
            plan.secondCloud().map(it -> clouds.load(Optional.of(it), region)),
            plan.disposableCloud().map(it -> clouds.load(Optional.of(it), region)));
  }
}
