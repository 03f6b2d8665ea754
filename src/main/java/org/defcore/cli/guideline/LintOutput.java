package org.defcore.cli.guideline;

import org.defcore.cli.options.FormedOutput;
import picocli.CommandLine.Option;

/** Output of what lint finds: for people, programs or review tools. */
final class LintOutput extends FormedOutput<LintOutput.Form> {

  enum Form {
    TABLE,
    JSON,
    SARIF
  }

  LintOutput() {
    super(Form.class, Form.TABLE);
  }

  @Option(
      names = {"-f", FORMAT},
      paramLabel = "table|json|sarif",
      description = "Format of the output. Default: from the extension of --out, else table.")
  void format(String word) {
    choose(FORMAT, word);
  }
}
