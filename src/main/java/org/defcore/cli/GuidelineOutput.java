package org.defcore.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The option that says whether people or programs read the output. */
final class GuidelineOutput {

  private enum Form {
    TABLE,
    JSON
  }

  @Option(
      names = "--output",
      defaultValue = "table",
      paramLabel = "table|json",
      description = "Form of the output, default ${DEFAULT-VALUE}.")
  private String form = "table";

  /**
   * Fails before any work is done.
   *
   * @throws CommandLine.ParameterException for another form
   */
  void check(CommandLine command) {
    form(command);
  }

  void print(CommandLine command, Supplier<List<String>> text, Supplier<JsonNode> json) {
    PrintWriter out = command.getOut();
    switch (form(command)) {
      case TABLE -> text.get().forEach(it -> out.print(it + "\n"));
      case JSON -> out.print(pretty(json.get()) + "\n");
    }
    out.flush();
  }

  private Form form(CommandLine command) {
    return GuidelineWords.choice(command, "--output", Form.class, form);
  }

  private static String pretty(JsonNode json) {
    try {
      return new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(json)
          .replace(System.lineSeparator(), "\n");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
