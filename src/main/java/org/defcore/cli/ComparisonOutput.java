package org.defcore.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.defcore.report.Comparison;
import org.defcore.report.HtmlComparison;
import org.defcore.report.JsonComparison;
import org.defcore.report.TextComparison;
import org.defcore.result.RunException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say who reads a comparison, and where. */
final class ComparisonOutput {

  private enum Form {
    TABLE,
    JSON,
    HTML
  }

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  private Form form = Form.TABLE;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write there, not to standard output.")
  private @Nullable Path out;

  @Option(
      names = "--output",
      paramLabel = "table|json|html",
      defaultValue = "table",
      description = "Form of the output. Default: ${DEFAULT-VALUE}.")
  void form(String word) {
    form = Words.choice(Objects.requireNonNull(spec).commandLine(), "--output", Form.class, word);
  }

  /**
   * Writes the comparison; if that goes to a file, only what it comes to is printed.
   *
   * @param work folder that a relative path starts from
   */
  void write(Comparison comparison, Path work, PrintWriter print) {
    if (out == null) {
      print.print(text(comparison));
      print.flush();
      return;
    }
    Path file = work.resolve(out);
    try {
      Files.writeString(file, text(comparison));
    } catch (IOException e) {
      throw new RunException(
          "--out: expected a file that can be written but found %s: name another".formatted(file));
    }
    comparison.sentences().forEach(print::println);
    print.println("comparison: " + file);
  }

  private String text(Comparison comparison) {
    return switch (form) {
      case TABLE -> new TextComparison().render(comparison);
      case JSON -> new JsonComparison().render(comparison);
      case HTML -> new HtmlComparison().render(comparison);
    };
  }
}
