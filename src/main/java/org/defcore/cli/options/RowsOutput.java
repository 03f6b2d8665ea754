package org.defcore.cli.options;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.defcore.report.Rows;
import picocli.CommandLine.Option;

/** Output of a table of plain values. */
public final class RowsOutput extends FormedOutput<RowsOutput.Form> {

  enum Form {
    TABLE,
    JSON,
    CSV
  }

  public RowsOutput() {
    super(Form.class, Form.TABLE);
  }

  @Option(
      names = {"-f", FORMAT},
      paramLabel = "table|json|csv",
      description = "Format of the output. Default: from the extension of --out, else table.")
  void format(String word) {
    choose(FORMAT, word);
  }

  /**
   * Prints or writes the rows.
   *
   * @param work folder that a relative path starts from
   */
  public void print(Path work, Rows rows) {
    print(work, rows::text, rows::json, rows::csv);
  }

  /** Prints or writes the text in the form that is asked for; only that is made. */
  public void print(
      Path work, Supplier<String> table, Supplier<String> json, Supplier<String> csv) {
    String text =
        switch (form()) {
          case TABLE -> table.get();
          case JSON -> json.get();
          case CSV -> csv.get();
        };
    write(text, "output", work);
  }
}
