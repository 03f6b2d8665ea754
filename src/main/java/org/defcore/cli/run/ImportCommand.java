package org.defcore.cli.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.DeclarationOption;
import org.defcore.cli.options.GuidelineOptions;
import org.defcore.cli.options.PolicyOptions;
import org.defcore.desk.Installation;
import org.defcore.desk.RunImport;
import org.defcore.desk.RunSession;
import org.defcore.report.run.ReportFormat;
import org.defcore.report.run.TextSummary;
import org.defcore.runner.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code defcore import FILE…}: a run of another tool's results. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Make a run of results of Tempest, stestr, refstack-client, rally or Sonobuoy: subunit v2 and"
          + " v1 streams, RefStack JSON, JUnit XML, rally's JSON, Sonobuoy's YAML, each also gzip'd."
          + " Several files are one run.",
      "The exit code is that of the verdict, as of report."
    })
final class ImportCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private GuidelineOptions guideline = new GuidelineOptions();
  @Mixin private DeclarationOption declaration = new DeclarationOption();
  @Mixin private PolicyOptions policy = new PolicyOptions();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files with the results.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--cloud-name",
      required = true,
      paramLabel = "NAME",
      description = "Name of the cloud in the reports.")
  private String cloud = "";

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "New or empty folder for the run. Default: reports/runs/import-TIME.")
  private @Nullable Path out;

  ImportCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    Path folder =
        installation.work().resolve(out == null ? RunSession.usualFolder("import-") : out);
    RunImport.Terms terms =
        new RunImport.Terms(
            cloud,
            guideline.requirements(installation, guideline.guideline(installation), Selection.ALL),
            declaration.declared(installation));
    RunImport.Imported run =
        new RunImport(installation, Clock.systemUTC())
            .run(files, terms, folder, policy.board(installation));
    run.sources().forEach(it -> console.out().println("imported: " + it.words()));
    console.out().println("tests with a result: " + run.results().attempts().size());
    run.results().unmatched().forEach(it -> console.out().println("no known test: " + it.words()));
    new TextSummary(run.report()).lines().forEach(console.out()::println);
    console.out().println("report: " + run.folder().path().resolve(ReportFormat.HTML.fileName()));
    return ExitCode.of(run.report());
  }
}
