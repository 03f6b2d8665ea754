package org.defcore.cli.run;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.FormedOutput;
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
      "Write report.json, report.html and junit.xml of a run again, also of an interrupted run.",
      "The same run under the same policy gives the same bytes.",
      "Of a bundle, which stays as it is, only the summary is printed."
    })
final class ReportCommand implements Callable<Integer> {

  private static final String DOCUMENT = "--format for one document";

  /** Options for the form of the document and its file. */
  static final class Output extends FormedOutput<Output.Form> {

    enum Form {
      FILES,
      SCS,
      REFSTACK,
      JUNIT,
      CSV,
      MARKDOWN,
      BADGE;

      String render(ReportModel report, ScsOptions scs) {
        return this == SCS
            ? scs.report(report).yaml()
            : ExportFormat.valueOf(name()).render(report);
      }
    }

    Output() {
      super(Form.class, Form.FILES);
    }

    @Option(
        names = {"-f", FORMAT},
        paramLabel = "files|scs|refstack|junit|csv|markdown|badge",
        description =
            "files: report.json, report.html and junit.xml in the folder of the run; scs: report for the"
                + " compliance monitor of the Sovereign Cloud Stack; refstack: passed tests as RefStack JSON;"
                + " junit: JUnit XML; csv: one line a test; markdown: summary; badge: SVG picture. Default: from the extension of --out, else files.")
    void format(String word) {
      choose(FORMAT, word);
    }
  }

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private PolicyOptions policy = new PolicyOptions();
  @Mixin private StoreOptions store = new StoreOptions();
  @Mixin private ScsOptions scs = new ScsOptions();
  @Mixin private Output output = new Output();

  @Parameters(
      paramLabel = "RUN",
      description = "Folder or bundle of the run, or its id in the store.")
  private Path run = Path.of("");

  ReportCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    Output.Form form = output.form();
    if (form == Output.Form.SCS) {
      scs.subject();
    } else {
      scs.refuseUnless("--format scs");
    }
    if (form == Output.Form.FILES) {
      output.refuseUnless(DOCUMENT);
    }
    RunReports reports = new RunReports(installation, policy.board(installation));
    ReportModel report;
    try (KeptRun kept = KeptRun.of(installation, store, run, console)) {
      report =
          form == Output.Form.FILES && kept.source() instanceof RunFolder folder
              ? reports.write(folder, kept.guideline(), kept.target())
              : reports.report(kept.source(), kept.guideline(), kept.target());
      if (form != Output.Form.FILES) {
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
