package org.defcore.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import org.defcore.guideline.Finding;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.GuidelineLibrary;
import org.defcore.guideline.GuidelineSchema;
import org.defcore.guideline.Target;
import org.defcore.guideline.TestSelection;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks into guidelines: which there are, what one asks for, and what is wrong with one. */
@Command(
    name = "guideline",
    mixinStandardHelpOptions = true,
    description = "List, show and check guidelines.")
public final class GuidelineCommand implements Callable<Integer> {

  private static final int DONE = 0;
  private static final int BAD_INPUT = 2;

  private final GuidelineLibrary library;
  private final GuidelineSchema schemas;
  private final GuidelineText text = new GuidelineText();
  private final GuidelineJson json = new GuidelineJson();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /**
   * @param home folder with {@code guidelines/}
   */
  public GuidelineCommand(Path home) {
    Path guidelines = home.resolve("guidelines");
    this.library = new GuidelineLibrary(List.of(guidelines));
    this.schemas = new GuidelineSchema(guidelines.resolve("schema"));
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "guideline: expected one of list, show, tests, validate");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "List the guidelines that come with the program.")
  int list(@Mixin GuidelineOutput output) {
    CommandLine command = subcommand("list");
    output.check(command);
    return answering(
        command,
        () -> {
          List<GuidelineLibrary.Entry> entries = library.list();
          output.print(command, () -> text.list(entries), () -> json.list(entries));
          return entries.stream().allMatch(it -> it.guideline().isPresent()) ? DONE : BAD_INPUT;
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Show targets, capabilities, flags and oddities of a guideline.")
  int show(
      @Parameters(paramLabel = "GUIDELINE", description = "Name or file.") String name,
      @Mixin GuidelineOutput output) {
    CommandLine command = subcommand("show");
    output.check(command);
    return answering(
        command,
        () -> {
          Guideline guideline = library.find(name);
          output.print(command, () -> text.show(guideline), () -> json.show(guideline));
          return DONE;
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "List the tests that a target of a guideline asks for.")
  int tests(
      @Parameters(paramLabel = "GUIDELINE", description = "Name or file.") String name,
      @Mixin GuidelineQuery query,
      @Mixin GuidelineOutput output) {
    CommandLine command = subcommand("tests");
    output.check(command);
    TestSelection selection = query.selection(command);
    return answering(
        command,
        () -> {
          Guideline guideline = library.find(name);
          Target target = query.target(guideline);
          output.print(
              command,
              () -> selection.lines(guideline, target),
              () -> json.tests(selection.tests(guideline, target)));
          return DONE;
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Check guidelines: what the reader finds, and what the JSON Schema of their version finds.",
        "Errors make a file unusable; oddities do not, unless --strict is given."
      })
  int validate(
      @Parameters(paramLabel = "GUIDELINE", arity = "1..*", description = "Names or files.")
          List<String> names,
      @Option(names = "--strict", description = "Refuse oddities too.") boolean strict,
      @Mixin GuidelineOutput output) {
    CommandLine command = subcommand("validate");
    output.check(command);
    Map<String, List<Finding>> findings = new LinkedHashMap<>();
    int missing =
        names.stream()
            .mapToInt(it -> answering(command, () -> validate(it, findings)))
            .max()
            .orElse(DONE);
    output.print(
        command,
        () ->
            findings.entrySet().stream()
                .flatMap(it -> text.validate(it.getKey(), it.getValue()).stream())
                .toList(),
        () -> {
          ArrayNode list = JsonNodeFactory.instance.arrayNode();
          findings.forEach((name, found) -> list.add(json.validate(name, found)));
          return list;
        });
    boolean refused =
        findings.values().stream()
            .flatMap(List::stream)
            .anyMatch(it -> strict || GuidelineText.isError(it));
    return refused ? BAD_INPUT : missing;
  }

  private int validate(String name, Map<String, List<Finding>> findings) {
    List<Finding> found = new ArrayList<>(library.inspect(name).findings());
    findings.put(name, found);
    found.addAll(schemas.check(library.locate(name)));
    return DONE;
  }

  private CommandLine subcommand(String name) {
    return Objects.requireNonNull(spec.subcommands().get(name), name);
  }

  /** The exit code of the work; input that cannot be used is said in words, and is 2. */
  private static int answering(CommandLine command, IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (GuidelineException e) {
      command.getErr().print(e.getMessage() + "\n");
      command.getErr().flush();
      return BAD_INPUT;
    }
  }
}
