package org.defcore.cli.run;

import java.util.List;
import org.defcore.desk.Installation;

/** The commands that are about clouds and runs, in the order of the help. */
public final class RunCommands {

  private RunCommands() {}

  public static List<Object> all(Installation installation) {
    return List.of(
        new DeclareCommand(installation),
        new PlanCommand(installation),
        new RunCommand(installation),
        new ScoreCommand(installation),
        new ReportCommand(installation),
        new CompareCommand(installation),
        new CleanupCommand(installation),
        new SimulateCommand(installation),
        new DemoCommand(installation));
  }
}
