package org.defcore.cli.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.defcore.desk.Installation;

/** The commands that are about clouds and runs. */
public final class RunCommands {

  private RunCommands() {}

  /** By name, in the order of the help. */
  public static Map<String, Supplier<Object>> all(Installation installation) {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("declare", () -> new DeclareCommand(installation));
    all.put("plan", () -> new PlanCommand(installation));
    all.put("run", () -> new RunCommand(installation));
    all.put("import", () -> new ImportCommand(installation));
    all.put("score", () -> new ScoreCommand(installation));
    all.put("report", () -> new ReportCommand(installation));
    all.put("submit", () -> new SubmitCommand(installation));
    all.put("compare", () -> new CompareCommand(installation));
    all.put("cleanup", () -> new CleanupCommand(installation));
    all.put("simulate", () -> new SimulateCommand(installation));
    all.put("demo", () -> new DemoCommand(installation));
    return all;
  }
}
