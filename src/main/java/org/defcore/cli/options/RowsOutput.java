package org.defcore.cli.options;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.function.Supplier;
import org.defcore.report.Rows;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option for the form of a table of plain values. */
public final class RowsOutput {

  private enum Form {
    TABLE,
    JSON,
    CSV
  }

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  private Form form = Form.TABLE;

  @Option(
      names = "--output",
      paramLabel = "table|json|csv",
      defaultValue = "table",
      description = "Form of the output. Default: ${DEFAULT-VALUE}.")
  void form(String word) {
    form =
        EnumOption.choice(Objects.requireNonNull(spec).commandLine(), "--output", Form.class, word);
  }

  /** Prints the rows. */
  public void print(PrintWriter out, Rows rows) {
    print(out, rows::text, rows::json, rows::csv);
  }

  /** Prints the text in the form that is asked for; only that is made. */
  public void print(
      PrintWriter out, Supplier<String> table, Supplier<String> json, Supplier<String> csv) {
    out.print(
        switch (form) {
          case TABLE -> table.get();
          case JSON -> json.get();
          case CSV -> csv.get();
        });
    out.flush();
  }
}
