package org.defcore.cli.run;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.CloudOptions;
import org.defcore.cli.options.DeclarationOption;
import org.defcore.cli.options.GuestOptions;
import org.defcore.cli.options.GuidelineOptions;
import org.defcore.cli.options.OutputOption;
import org.defcore.cli.options.PaceOptions;
import org.defcore.cli.options.SelectionOptions;
import org.defcore.desk.Installation;
import org.defcore.desk.NeedTable;
import org.defcore.desk.RunPlans;
import org.defcore.report.run.PlanTable;
import org.defcore.runner.RunOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code defcore plan}: what a run would do, and what it could not. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Show which tests would run or be skipped, and why (dry run).",
      "Inspects the cloud, but creates nothing in it."
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

  @Option(names = "--offline", description = "Plan without a cloud; prerequisites are not checked.")
  private boolean offline;

  @Option(
      names = "--explain",
      description =
          "Show prerequisites (image, flavor, ...) and how each was detected, instead of the tests.")
  private boolean explain;

  PlanCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    RunOrder.Requirements asked =
        guideline.requirements(
            installation, guideline.guideline(installation), selection.selection(installation));
    RunPlans plans = new RunPlans(installation, declaration.declared(installation));
    if (explain) {
      NeedTable needs = new NeedTable(offline ? plans.needs(asked) : plans.needs(order(asked)));
      output.print(installation.work(), needs::lines, needs::values);
    } else {
      PlanTable tests =
          new PlanTable(
              asked.guideline(), offline ? plans.tests(asked) : plans.tests(order(asked)));
      output.print(installation.work(), tests::lines, tests::values);
    }
    return ExitCode.CONFORMANT;
  }

  private RunOrder order(RunOrder.Requirements asked) {
    return new OrderOptions(cloud, guests, Console.of(spec).err())
        .order(installation, asked, new PaceOptions(), Duration.ofMinutes(1));
  }
}
