package org.defcore.cli.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.defcore.report.PlainText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says whether people or programs read the output. */
public final class OutputOption {

  private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private enum Form {
    TABLE,
    JSON
  }

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  private Form form = Form.TABLE;

  /**
   * @throws ParameterException for another form, before any work is done
   */
  @Option(
      names = "--output",
      paramLabel = "table|json",
      defaultValue = "table",
      description = "Form of the output. Default: ${DEFAULT-VALUE}.")
  void form(String word) {
    form =
        EnumOption.choice(Objects.requireNonNull(spec).commandLine(), "--output", Form.class, word);
  }

  public boolean json() {
    return form == Form.JSON;
  }

  /** Prints the lines, or the value as JSON. */
  public void print(PrintWriter out, Supplier<List<String>> lines, Supplier<?> value) {
    switch (form) {
      case TABLE -> lines.get().forEach(it -> out.print(it + "\n"));
      case JSON -> out.print(pretty(value.get()) + "\n");
    }
    out.flush();
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
