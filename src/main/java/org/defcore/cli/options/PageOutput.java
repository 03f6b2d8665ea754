package org.defcore.cli.options;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.defcore.result.RunException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say who reads what can be a page, too, and where. */
public final class PageOutput {

  private enum Form {
    TABLE,
    JSON,
    HTML
  }

  /** One content in all forms; only what is asked for is made. */
  public record Texts(Supplier<String> table, Supplier<String> json, Supplier<String> html) {}

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
    form =
        EnumOption.choice(Objects.requireNonNull(spec).commandLine(), "--output", Form.class, word);
  }

  /**
   * Writes the text in the form that is asked for.
   *
   * @param work folder that a relative path starts from
   * @return the file that it went to; absent if it was printed
   */
  public Optional<Path> write(Texts texts, Path work, PrintWriter print) {
    String text =
        switch (form) {
          case TABLE -> texts.table().get();
          case JSON -> texts.json().get();
          case HTML -> texts.html().get();
        };
    if (out == null) {
      print.print(text);
      print.flush();
      return Optional.empty();
    }
    Path file = work.resolve(out);
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new RunException(
          "--out: expected a file that can be written but found %s: name another".formatted(file));
    }
    return Optional.of(file);
  }
}
