package org.defcore.cli.guideline;

import java.util.Objects;
import org.defcore.cli.options.EnumOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that says whether people, programs or review tools read what lint finds. */
final class LintOutput {

  enum Form {
    TABLE,
    JSON,
    SARIF
  }

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  private Form form = Form.TABLE;

  @Option(
      names = "--output",
      paramLabel = "table|json|sarif",
      defaultValue = "table",
      description = "Form of the output. Default: ${DEFAULT-VALUE}.")
  void form(String word) {
    form =
        EnumOption.choice(Objects.requireNonNull(spec).commandLine(), "--output", Form.class, word);
  }

  Form form() {
    return form;
  }
}
