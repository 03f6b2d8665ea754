package org.defcore.desk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.defcore.result.PlannedTest;
import org.defcore.runner.CloudRun;
import org.defcore.runner.NeedLine;
import org.defcore.runner.Planner;
import org.defcore.runner.RunOrder;
import org.defcore.runner.SuiteIndex;

/** Plans of runs; nothing is created in a cloud for them. */
public final class RunPlans {

  private final Planner planner;
  private final CloudRun run;

  public RunPlans(Installation installation, Declared declared) {
    SuiteIndex suite = SuiteIndex.read();
    this.planner = new Planner(installation.catalogue(), suite, declared.offer());
    this.run = new CloudRun(planner, suite, Installation.version(), Clock.systemUTC());
  }

  /** The tests as a run with that order would run them. */
  public List<PlannedTest> tests(RunOrder order) {
    return run.plan(order);
  }

  /** The tests as far as no cloud has a say. */
  public List<PlannedTest> tests(RunOrder.Requirements asked) {
    return planner.plan(asked.guidelines(), asked.selection(), Optional.empty());
  }

  /** The needs of the tests, and whether the cloud of the order has them. */
  public List<NeedLine> needs(RunOrder order) {
    return run.needs(order);
  }

  /** The needs of the tests. */
  public List<NeedLine> needs(RunOrder.Requirements asked) {
    return planner.needs(tests(asked), Optional.empty());
  }
}
