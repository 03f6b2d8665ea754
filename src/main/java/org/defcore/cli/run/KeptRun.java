package org.defcore.cli.run;

import java.nio.file.Path;
import org.defcore.cli.console.Console;
import org.defcore.cli.options.StoreOptions;
import org.defcore.desk.Installation;
import org.defcore.desk.Targets;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;
import org.defcore.result.Plan;
import org.defcore.result.RunSource;

/** A run with the guideline and the target that it was planned for. */
record KeptRun(RunSource source, Guideline guideline, Target target) implements AutoCloseable {

  /** Reads them, and notes on the console if the guideline is another one by now. */
  static KeptRun of(Installation installation, StoreOptions store, Path run, Console console) {
    RunSource source = store.source(installation, run);
    Plan plan = source.plan();
    Guideline guideline = installation.guidelines().find(plan.guideline());
    if (!guideline.contentHash().equals(plan.guidelineHash())) {
      console
          .err()
          .println(
              "note: guideline %s is now %s; the run was planned with %s"
                  .formatted(plan.guideline(), guideline.contentHash(), plan.guidelineHash()));
    }
    return new KeptRun(source, guideline, Targets.find(guideline, plan.target()));
  }

  @Override
  public void close() {
    source.close();
  }
}
