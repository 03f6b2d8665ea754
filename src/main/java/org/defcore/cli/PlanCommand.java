package org.defcore.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.defcore.clouds.CloudConfig;
import org.defcore.guideline.Guideline;
import org.defcore.result.PlannedTest;
import org.defcore.runner.CloudRun;
import org.defcore.runner.NeedLine;
import org.defcore.runner.Planner;
import org.defcore.runner.RunOrder;
import org.defcore.runner.SuiteIndex;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code defcore plan}: what a run would do, and what it could not. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Says of every test of a guideline whether a run would run it, and if not, why.",
      "Looks at the cloud, but creates nothing in it."
    })
final class PlanCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private CloudOptions cloud = new CloudOptions();
  @Mixin private GuidelineOptions guideline = new GuidelineOptions();
  @Mixin private SelectionOptions selection = new SelectionOptions();
  @Mixin private GuestOptions guests = new GuestOptions();
  @Mixin private DeclarationOption declaration = new DeclarationOption();
  @Mixin private OutputOption output = new OutputOption();

  @Option(names = "--offline", description = "Do not look at a cloud: nothing is skipped for it.")
  private boolean offline;

  @Option(
      names = "--explain",
      description =
          "Say what the tests need, whether the cloud has it, and what tells; not which tests.")
  private boolean explain;

  PlanCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    Guideline loaded = guideline.guideline(installation);
    SuiteIndex suite = SuiteIndex.read();
    Planner planner =
        new Planner(installation.catalogue(), suite, declaration.declared(installation).offer());
    CloudRun run = new CloudRun(planner, suite, Installation.version(), Clock.systemUTC());
    PrintWriter out = Console.of(spec).out();
    if (explain) {
      NeedTable needs = new NeedTable(offline ? needs(loaded, planner) : run.needs(order(loaded)));
      output.print(out, needs::lines, needs::values);
    } else {
      List<PlannedTest> tests = offline ? plan(loaded, planner) : run.plan(order(loaded));
      output.print(
          out, () -> lines(loaded, tests), () -> tests.stream().map(PlanCommand::line).toList());
    }
    return ExitCode.CONFORMANT;
  }

  private List<PlannedTest> plan(Guideline loaded, Planner planner) {
    return planner.plan(loaded, selection.selection(), Optional.empty());
  }

  private List<NeedLine> needs(Guideline loaded, Planner planner) {
    return planner.needs(plan(loaded, planner), Optional.empty());
  }

  private RunOrder order(Guideline loaded) {
    CloudConfig config = cloud.config(installation);
    return RunOrder.of(
            new RunOrder.Requirements(
                guideline.name(), loaded, guideline.target(loaded), selection.selection()),
            config,
            cloud.second(installation, config),
            RunOrder.Pace.of(1, Duration.ofMinutes(1)))
        .withImages(cloud.images())
        .withGuests(guests.access());
  }

  private static Map<String, String> line(PlannedTest test) {
    Map<String, String> line = new TreeMap<>();
    line.put("id", test.id().toString());
    line.put("name", test.name());
    line.put("service", test.service());
    line.put("capabilities", String.join(",", test.capabilities()));
    line.put("becomes", becomes(test));
    line.put("reason", test.reason());
    return line;
  }

  private static String becomes(PlannedTest test) {
    return test.decided()
        .map(it -> it.word() + (test.code().isEmpty() ? "" : "(" + test.code() + ")"))
        .orElse("run");
  }

  private static List<String> lines(Guideline guideline, List<PlannedTest> tests) {
    List<String> lines = new ArrayList<>();
    for (PlannedTest test : tests) {
      lines.add("%-16s %s  %s".formatted(becomes(test), test.id(), test.name()));
      if (!test.code().isEmpty()) {
        lines.add("                 " + test.reason());
      }
    }
    Map<String, Long> counts =
        tests.stream()
            .collect(
                Collectors.groupingBy(
                    it -> it.decided().map(outcome -> outcome.word()).orElse("to run"),
                    TreeMap::new,
                    Collectors.counting()));
    lines.add(
        "guideline %s: %d tests: %s"
            .formatted(
                guideline.id(),
                tests.size(),
                counts.entrySet().stream()
                    .map(it -> it.getValue() + " " + it.getKey())
                    .collect(Collectors.joining(", "))));
    return lines;
  }
}
