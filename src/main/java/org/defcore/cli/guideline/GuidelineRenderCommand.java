package org.defcore.cli.guideline;

import java.util.concurrent.Callable;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.FormedOutput;
import org.defcore.desk.GuidelineReview;
import org.defcore.desk.Installation;
import org.defcore.report.Templates;
import org.defcore.report.guideline.GuidelinePage;
import org.defcore.report.guideline.MarkdownGuideline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code defcore guideline render}: a guideline as a page for people. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Write a guideline as a page for people: targets, capabilities and tests with what they rest"
          + " on, flags, designated sections, criteria, what is implemented here, and what changed"
          + " since the guideline before it.",
      "The one before is the one that it replaces, or else the last of its series in the library."
    })
final class GuidelineRenderCommand implements Callable<Integer> {

  /** Options for the form of the document and its file. */
  static final class Output extends FormedOutput<Output.Form> {

    enum Form {
      HTML,
      MARKDOWN
    }

    Output() {
      super(Form.class, Form.HTML);
    }

    @Option(
        names = {"-f", FORMAT},
        paramLabel = "html|markdown",
        description = "Format of the output. Default: from the extension of --out, else html.")
    void format(String word) {
      choose(FORMAT, word);
    }
  }

  private final Installation installation;

  @Mixin private Output output = new Output();

  @Parameters(paramLabel = "GUIDELINE", description = "Name or file.")
  private String name = "";

  GuidelineRenderCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    GuidelinePage page = new GuidelineReview(installation).page(name);
    output.write(text(page), "guideline", installation.work());
    return ExitCode.CONFORMANT;
  }

  private String text(GuidelinePage page) {
    return switch (output.form()) {
      case HTML -> Templates.render(page);
      case MARKDOWN -> new MarkdownGuideline().render(page);
    };
  }
}
