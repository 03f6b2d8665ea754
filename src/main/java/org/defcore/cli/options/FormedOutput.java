package org.defcore.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.defcore.cli.console.Console;
import org.defcore.report.EnumWord;
import org.defcore.result.RunException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Options for the form of a document and the file that it goes to. The form follows from the
 * extension of the file unless it is named.
 *
 * @param <F> the forms that the command has
 */
public abstract class FormedOutput<F extends Enum<F>> {

  /** The long name of the option that the subclass declares. */
  protected static final String FORMAT = "--format";

  private static final String OUT = "--out";

  /** Names of forms by extension; a command has at most one form of each line. */
  private static final Map<String, List<String>> EXTENSIONS =
      Map.ofEntries(
          Map.entry("html", List.of("HTML")),
          Map.entry("htm", List.of("HTML")),
          Map.entry("json", List.of("JSON", "REFSTACK")),
          Map.entry("csv", List.of("CSV")),
          Map.entry("md", List.of("MARKDOWN")),
          Map.entry("sarif", List.of("SARIF")),
          Map.entry("svg", List.of("BADGE")),
          Map.entry("txt", List.of("TEXT", "TABLE")),
          Map.entry("xml", List.of("JUNIT")),
          Map.entry("yaml", List.of("YAML", "SCS")),
          Map.entry("yml", List.of("YAML", "SCS")));

  private final Class<F> forms;
  private final F usual;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  private @Nullable F named;
  private @Nullable Path out;

  protected FormedOutput(Class<F> forms, F usual) {
    this.forms = forms;
    this.usual = usual;
  }

  @Option(
      names = {"-o", OUT},
      paramLabel = "FILE",
      description = "Write to this file instead of standard output.")
  void out(String place) {
    if (Arrays.stream(forms.getEnumConstants()).anyMatch(it -> EnumWord.of(it).equals(place))) {
      throw refused(
          "%s: expected a file but found the format \"%s\": use --format %s"
              .formatted(OUT, place, place));
    }
    out = Path.of(place);
  }

  /** The name of {@code --format} until version 0.1. */
  @Option(names = "--output", hidden = true)
  void output(String word) {
    choose("--output", word);
  }

  /**
   * Takes the form by its word.
   *
   * @throws ParameterException for another form, before any work is done
   */
  protected final void choose(String option, String word) {
    named = EnumOption.choice(Objects.requireNonNull(spec).commandLine(), option, forms, word);
  }

  /**
   * The form that is named, else that of the extension, else the usual one.
   *
   * @throws ParameterException if the extension is of a form that the command does not have
   */
  public final F form() {
    return named != null ? named : Optional.ofNullable(out).flatMap(this::formOf).orElse(usual);
  }

  private Optional<F> formOf(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    List<String> names = EXTENSIONS.get(name.substring(name.lastIndexOf('.') + 1));
    if (names == null || name.indexOf('.') < 0) {
      return Optional.empty();
    }
    Optional<F> form =
        Arrays.stream(forms.getEnumConstants()).filter(it -> names.contains(it.name())).findFirst();
    if (form.isEmpty()) {
      throw refused(
          "%s: no format of this command has the extension of \"%s\": add --format %s"
              .formatted(
                  OUT,
                  file,
                  Arrays.stream(forms.getEnumConstants())
                      .map(EnumWord::of)
                      .collect(Collectors.joining(" or "))));
    }
    return form;
  }

  /**
   * Refuses a file where it has no effect.
   *
   * @param otherwise what it needs
   */
  public final void refuseUnless(String otherwise) {
    if (out != null) {
      throw refused("%s: expected %s with it".formatted(OUT, otherwise));
    }
  }

  /**
   * Prints the document, or writes it to the file and prints where that is.
   *
   * @param what it is called in that line
   * @param work folder that a relative path starts from
   * @return whether it went to a file
   */
  public final boolean write(String document, String what, Path work) {
    Console console = Console.of(spec);
    if (out == null) {
      console.out().print(document);
      console.out().flush();
      return false;
    }
    try {
      Files.writeString(work.resolve(out), document);
    } catch (IOException e) {
      throw new RunException(
          "--out: expected a file that can be written but found %s: name another".formatted(out));
    }
    console.out().println(what + ": " + out);
    return true;
  }

  private ParameterException refused(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
