package org.defcore.cli.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.defcore.cli.console.ErrorHandler;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.OutputOption;
import org.defcore.desk.Installation;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.Rule;
import org.defcore.guideline.lint.Lint;
import org.defcore.guideline.lint.LintReport;
import org.defcore.report.guideline.LintJson;
import org.defcore.report.guideline.LintSarif;
import org.defcore.report.guideline.LintText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code defcore guideline lint FILE…}: what a committee would send back. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Check guidelines against every rule: structure, references, tests, ids, flags, scores.",
      "An error leaves a verdict open, a warning departs from the guideline process, a note is"
          + " untidy.",
      "Exit code: 2 if a file cannot be read, else 1 if there is an error, else 0."
    })
final class GuidelineLintCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private LintOutput output = new LintOutput();

  @Parameters(paramLabel = "GUIDELINE", arity = "0..*", description = "Names or files.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--rules", description = "List the rules, and check nothing.")
  private boolean rules;

  GuidelineLintCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    if (rules != names.isEmpty()) {
      throw new ParameterException(
          line,
          rules
              ? "--rules: expected no guideline beside it but found \"%s\"".formatted(names.get(0))
              : "GUIDELINE: expected a name or a file, or --rules, but found nothing");
    }
    if (rules) {
      output.write(ruleText(), "rules", installation.work());
      return ExitCode.CONFORMANT;
    }
    List<LintReport> reports = reports(line);
    output.write(text(reports), "lint", installation.work());
    return exitCode(reports);
  }

  /** The reports on the files that exist; a missing file is told at once. */
  private List<LintReport> reports(CommandLine line) {
    Lint lint = new Lint(installation.guidelines(), installation.schemas());
    List<LintReport> reports = new ArrayList<>();
    for (String name : names) {
      try {
        reports.add(lint.check(name));
      } catch (GuidelineException e) {
        ErrorHandler.failed(e, line);
      }
    }
    return reports;
  }

  private String text(List<LintReport> reports) {
    return switch (output.form()) {
      case TABLE -> OutputOption.joined(new LintText().lines(reports));
      case JSON -> OutputOption.pretty(new LintJson().value(reports)) + "\n";
      case SARIF -> OutputOption.pretty(sarif().value(reports)) + "\n";
    };
  }

  private String ruleText() {
    return switch (output.form()) {
      case TABLE -> OutputOption.joined(new LintText().rules());
      case JSON -> OutputOption.pretty(new LintJson().rules()) + "\n";
      case SARIF -> OutputOption.pretty(sarif().value(List.of())) + "\n";
    };
  }

  private LintSarif sarif() {
    return new LintSarif(installation.work(), Installation.version());
  }

  private int exitCode(List<LintReport> reports) {
    if (reports.size() < names.size() || !reports.stream().allMatch(LintReport::readable)) {
      return ExitCode.BAD_INPUT;
    }
    return reports.stream().anyMatch(it -> it.count(Rule.Level.ERROR) > 0)
        ? ExitCode.NOT_CONFORMANT
        : ExitCode.CONFORMANT;
  }
}
