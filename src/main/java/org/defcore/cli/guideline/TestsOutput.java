package org.defcore.cli.guideline;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.defcore.cli.options.FormedOutput;
import org.defcore.cli.options.OutputOption;
import picocli.CommandLine.Option;

/** Output of a list of tests. */
final class TestsOutput extends FormedOutput<TestsOutput.Form> {

  enum Form {
    TABLE,
    LOAD_LIST,
    JSON
  }

  TestsOutput() {
    super(Form.class, Form.TABLE);
  }

  @Option(
      names = {"-f", FORMAT},
      paramLabel = "table|load-list|json",
      description =
          "Format of the output; table and load-list have one test a line, name[id-...], which"
              + " from-list and refstack-client read. Default: from the extension of --out, else table.")
  void format(String word) {
    choose(FORMAT, word);
  }

  void print(Path work, Supplier<List<String>> lines, Supplier<?> value) {
    String text =
        switch (form()) {
          case TABLE, LOAD_LIST -> OutputOption.joined(lines.get());
          case JSON -> OutputOption.pretty(value.get()) + "\n";
        };
    write(text, "tests", work);
  }
}
