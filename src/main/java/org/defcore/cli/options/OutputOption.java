package org.defcore.cli.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.defcore.report.PlainText;
import picocli.CommandLine.Option;

/** Output as lines for people or as JSON for programs. */
public final class OutputOption extends FormedOutput<OutputOption.Form> {

  private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

  enum Form {
    TABLE,
    JSON
  }

  public OutputOption() {
    super(Form.class, Form.TABLE);
  }

  @Option(
      names = {"-f", FORMAT},
      paramLabel = "table|json",
      description = "Format of the output. Default: from the extension of --out, else table.")
  void format(String word) {
    choose(FORMAT, word);
  }

  public boolean json() {
    return form() == Form.JSON;
  }

  /**
   * Prints or writes the lines, or the value as JSON.
   *
   * @param work folder that a relative path starts from
   */
  public void print(Path work, Supplier<List<String>> lines, Supplier<?> value) {
    String text =
        switch (form()) {
          case TABLE -> joined(lines.get());
          case JSON -> pretty(value.get()) + "\n";
        };
    write(text, "output", work);
  }

  /** The lines as a text; each ends with a line feed. */
  public static String joined(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  public static String pretty(Object value) {
    try {
      String json = JSON.writeValueAsString(value);
      return PlainText.inJson(json.replace(System.lineSeparator(), "\n"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value of ours is always writable", e);
    }
  }
}
