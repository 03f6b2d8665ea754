package org.defcore.cli;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.defcore.capability.Catalogue;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.TestId;
import org.defcore.guideline.diff.GuidelineDiff;
import org.defcore.guideline.library.GuidelineLibrary;
import org.defcore.guideline.library.Succession;
import org.defcore.report.Templates;
import org.defcore.report.guideline.GuidelinePage;
import org.defcore.report.guideline.MarkdownGuideline;
import org.defcore.runner.SuiteIndex;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code defcore guideline render}: a guideline as a page for people. */
@Command(
    name = "render",
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
    form = Words.choice(Objects.requireNonNull(spec).commandLine(), "--output", Form.class, word);
  }

  GuidelineRenderCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    GuidelineLibrary library = installation.guidelines();
    Guideline guideline = library.find(name);
    Catalogue catalogue = installation.catalogue();
    Set<TestId> implemented = SuiteIndex.read().claims().keySet();
    Optional<GuidelineDiff> difference =
        new Succession(library)
            .before(guideline)
            .map(it -> GuidelineDiff.of(it, guideline, catalogue.corrected()));
    GuidelinePage view = new GuidelinePage(guideline, catalogue, implemented, difference);
    output.write(text(view), "guideline", installation.work());
    return ExitCode.CONFORMANT;
  }

  private String text(GuidelinePage view) {
    return switch (form) {
      case HTML -> new Templates().render(view);
      case MARKDOWN -> new MarkdownGuideline().render(view);
    };
  }
}
