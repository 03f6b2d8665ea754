package org.defcore.cli.capability;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.OutputOption;
import org.defcore.desk.Explanations;
import org.defcore.desk.Installation;
import org.defcore.explain.Explanation;
import org.defcore.explain.UnknownSubject;
import org.defcore.report.guideline.ExplanationJson;
import org.defcore.report.guideline.ExplanationText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code defcore capability explain}: what a capability or a test asks for. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Explain a capability or a test: the guidelines that require it and since when, what it"
          + " depends on, its API calls, and how to run it alone.",
      "The calls are those of the tests themselves, seen by running them on the embedded simulated"
          + " cloud, or read from a run; calls that make shared fixtures ready are not among them."
    })
final class CapabilityExplainCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private OutputOption output = new OutputOption();

  @Parameters(
      paramLabel = "NAME",
      description = "Name of a capability, or id, name or alias of a test.")
  private String name = "";

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "Folder of a run whose evidence shows the calls. Default: the simulated cloud.")
  private @Nullable Path run;

  CapabilityExplainCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    Explanations explanations = new Explanations(installation);
    Explanation found = explained(explanations);
    Explanation explanation =
        run == null
            ? explanations.simulated(found)
            : explanations.seen(found, installation.run(run), run.toString());
    output.print(
        installation.work(),
        () -> new ExplanationText().lines(explanation),
        () -> new ExplanationJson().value(explanation));
    return ExitCode.CONFORMANT;
  }

  private Explanation explained(Explanations explanations) {
    try {
      return explanations.of(name);
    } catch (UnknownSubject e) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "NAME: " + e.getMessage());
    }
  }
}
