package org.defcore.cli.guideline;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.EnumOption;
import org.defcore.cli.options.FileOutput;
import org.defcore.desk.GuidelineReview;
import org.defcore.desk.Installation;
import org.defcore.report.Templates;
import org.defcore.report.guideline.GuidelinePage;
import org.defcore.report.guideline.MarkdownGuideline;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

  private enum Form {
    HTML,
    MARKDOWN
  }

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private FileOutput output = new FileOutput();

  @Parameters(paramLabel = "GUIDELINE", description = "Name or file.")
  private String name = "";

  private Form form = Form.HTML;

  @Option(
      names = "--output",
      paramLabel = "html|markdown",
      defaultValue = "html",
      description = "Form of the output. Default: ${DEFAULT-VALUE}.")
  void form(String word) {
    form =
        EnumOption.choice(Objects.requireNonNull(spec).commandLine(), "--output", Form.class, word);
  }

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
    return switch (form) {
      case HTML -> Templates.render(page);
      case MARKDOWN -> new MarkdownGuideline().render(page);
    };
  }
}
