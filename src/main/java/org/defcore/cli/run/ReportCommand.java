package org.defcore.cli.run;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.EnumOption;
import org.defcore.cli.options.FileOutput;
import org.defcore.cli.options.PolicyOptions;
import org.defcore.cli.options.ScsOptions;
import org.defcore.cli.options.StoreOptions;
import org.defcore.desk.Installation;
import org.defcore.desk.RunReports;
import org.defcore.report.run.ExportFormat;
import org.defcore.report.run.ReportFormat;
import org.defcore.report.run.ReportModel;
import org.defcore.report.run.TextSummary;
import org.defcore.result.RunFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code defcore report RUN}: the reports again, from what the run kept. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Writes report.json, report.html and junit.xml of a run again, also of one that died.",
      "The same run under the same policy gives the same bytes.",
      "Of a bundle, which stays as it is, only the summary is printed."
    })
final class ReportCommand implements Callable<Integer> {

  private static final String FORMAT = "--format";

  private static final String DOCUMENT = FORMAT + " for one document";

  private enum Form {
    FILES,
    SCS,
    REFSTACK,
    JUNIT,
    CSV,
    MARKDOWN,
    BADGE;

    String render(ReportModel report, ScsOptions scs) {
      return this == SCS ? scs.report(report).yaml() : ExportFormat.valueOf(name()).render(report);
    }
  }

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private PolicyOptions policy = new PolicyOptions();
  @Mixin private StoreOptions store = new StoreOptions();
  @Mixin private ScsOptions scs = new ScsOptions();
  @Mixin private FileOutput output = new FileOutput();

  @Parameters(
      paramLabel = "RUN",
      description = "Folder or bundle of the run, or its id in the store.")
  private Path run = Path.of("");

  private Form form = Form.FILES;

  ReportCommand(Installation installation) {
    this.installation = installation;
  }

  @Option(
      names = FORMAT,
      paramLabel = "files|scs|refstack|junit|csv|markdown|badge",
      defaultValue = "files",
      description =
          "The three files in the folder of the run, or one document: the report for the compliance"
              + " monitor of the Sovereign Cloud Stack, the tests that passed as RefStack takes them,"
              + " JUnit XML, a line a test, a summary, or an SVG picture. Default: ${DEFAULT-VALUE}.")
  void form(String word) {
    form = EnumOption.choice(Objects.requireNonNull(spec).commandLine(), FORMAT, Form.class, word);
  }

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    if (form == Form.SCS) {
      scs.subject();
    } else {
      scs.refuseUnless(FORMAT + " scs");
    }
    if (form == Form.FILES) {
      output.refuseUnless(DOCUMENT);
    }
    RunReports reports = new RunReports(installation, policy.board(installation));
    ReportModel report;
    try (KeptRun kept = KeptRun.of(installation, store, run, console)) {
      report =
          form == Form.FILES && kept.source() instanceof RunFolder folder
              ? reports.write(folder, kept.guideline(), kept.target())
              : reports.report(kept.source(), kept.guideline(), kept.target());
      if (form != Form.FILES) {
        output.write(form.render(report, scs), "report", installation.work());
        return ExitCode.of(report);
      }
      new TextSummary(report).lines().forEach(console.out()::println);
      if (kept.source() instanceof RunFolder folder) {
        console.out().println("report: " + folder.path().resolve(ReportFormat.HTML.fileName()));
      }
    }
    return ExitCode.of(report);
  }
}
