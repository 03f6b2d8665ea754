package org.defcore.cli.capability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.FormedOutput;
import org.defcore.desk.Installation;
import org.defcore.guideline.Guideline;
import org.defcore.report.Templates;
import org.defcore.report.scoring.CsvScoring;
import org.defcore.report.scoring.JsonScoring;
import org.defcore.report.scoring.ScoringPage;
import org.defcore.report.scoring.TextScoring;
import org.defcore.scoring.Tabulation;
import org.defcore.scoring.TextWorksheet;
import org.defcore.scoring.TextWorksheetWriter;
import org.defcore.scoring.Worksheet;
import org.defcore.scoring.WorksheetYaml;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code defcore capability score}: a worksheet under a guideline's weights. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Tabulate a scoring worksheet by a guideline's own criteria, weights and cutoff.",
      "A criterion that is met counts its weight. A worksheet that says 0 for non-admin is vetoed:"
          + " the total is 0. A total is negative while a criterion is open (?); such a capability"
          + " is not over the cutoff. A criterion that is not considered (*) counts nothing.",
      "Exit code: 0, whatever the scores are."
    })
final class CapabilityScoreCommand implements Callable<Integer> {

  /** Options for the form of the document and its file. */
  static final class Output extends FormedOutput<Output.Form> {

    enum Form {
      TABLE,
      CSV,
      JSON,
      HTML,
      /** The text form that worksheets were published in. */
      TEXT,
      YAML
    }

    Output() {
      super(Form.class, Form.TABLE);
    }

    @Option(
        names = {"-f", FORMAT},
        paramLabel = "table|csv|json|html|text|yaml",
        description =
            "Format of the output; text and yaml are the worksheet itself, text with its totals. Default: from the extension of --out, else table.")
    void format(String word) {
      choose(FORMAT, word);
    }
  }

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private Output output = new Output();

  @Option(
      names = "--worksheet",
      paramLabel = "FILE",
      description =
          "A worksheet, YAML or (*.txt) the published text form. Default: that of the guideline in"
              + " capabilities/scoring.")
  private @Nullable Path worksheet;

  @Option(
      names = {"-g", "--guideline"},
      paramLabel = "ID",
      defaultValue = "2020.06",
      description = "Whose criteria count. Default: ${DEFAULT-VALUE}.")
  private String guideline = "2020.06";

  CapabilityScoreCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    Guideline scored = installation.guidelines().find(guideline);
    Tabulation tabulation = Tabulation.of(worksheet(scored), scored);
    output.write(text(tabulation), "scores", installation.work());
    return ExitCode.CONFORMANT;
  }

  private String text(Tabulation tabulation) {
    return switch (output.form()) {
      case TABLE -> new TextScoring().render(tabulation);
      case CSV -> new CsvScoring().render(tabulation);
      case JSON -> new JsonScoring().render(tabulation);
      case HTML -> Templates.render(new ScoringPage(tabulation));
      case TEXT ->
          new TextWorksheetWriter(tabulation.weights().cutoff())
              .write(new TextWorksheet(tabulation.worksheet(), tabulation.totals()));
      case YAML -> WorksheetYaml.of(tabulation.worksheet());
    };
  }

  private Worksheet worksheet(Guideline scored) {
    if (worksheet != null) {
      return installation.worksheet(worksheet);
    }
    Path own = installation.own().scoring().resolve(scored.id() + ".yaml");
    if (!Files.isRegularFile(own)) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--worksheet: expected a file, as there is no " + own + " for guideline " + scored.id());
    }
    return installation.worksheet(own);
  }
}
