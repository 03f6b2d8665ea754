package org.defcore.cli.guideline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.defcore.cli.console.CommandTable;
import org.defcore.cli.console.ErrorHandler;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.OutputOption;
import org.defcore.desk.Installation;
import org.defcore.guideline.Finding;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.Target;
import org.defcore.guideline.TestSelection;
import org.defcore.guideline.library.GuidelineLibrary;
import org.defcore.guideline.read.GuidelineSchema;
import org.defcore.report.guideline.GuidelineJson;
import org.defcore.report.guideline.GuidelineText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks into guidelines: which there are, what one asks for, and what is wrong with one. */
@Command(mixinStandardHelpOptions = true, description = "List, show, compare and check guidelines.")
public final class GuidelineCommand implements Callable<Integer> {

  private final GuidelineLibrary library;
  private final GuidelineSchema schemas;
  private final Path work;
  private final GuidelineText text = new GuidelineText();
  private final GuidelineJson json = new GuidelineJson();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  GuidelineCommand(Installation installation) {
    this.library = installation.guidelines();
    this.schemas = installation.schemas();
    this.work = installation.work();
  }

  /** The command with the subcommand that is called, or with all of them. */
  public static CommandLine line(Installation installation, Optional<String> called) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("diff", () -> new GuidelineDiffCommand(installation));
    commands.put("drift", () -> new GuidelineDriftCommand(installation));
    commands.put("from-list", () -> new GuidelineFromListCommand(installation));
    commands.put("lint", () -> new GuidelineLintCommand(installation));
    commands.put("new", () -> new GuidelineNewCommand(installation));
    commands.put("render", () -> new GuidelineRenderCommand(installation));
    CommandLine line = new CommandLine(new GuidelineCommand(installation));
    return new CommandTable(commands).addTo(line, called);
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "guideline: expected one of "
            + spec.subcommands().keySet().stream().sorted().collect(Collectors.joining(", ")));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "List the guidelines that come with the program.")
  int list(@Mixin OutputOption output) {
    List<GuidelineLibrary.Entry> entries = library.list();
    output.print(work, () -> text.list(entries), () -> json.list(entries));
    return entries.stream().allMatch(it -> it.guideline().isPresent())
        ? ExitCode.CONFORMANT
        : ExitCode.BAD_INPUT;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Show targets, capabilities, flags and oddities of a guideline.")
  int show(
      @Parameters(paramLabel = "GUIDELINE", description = "Name or file.") String name,
      @Mixin OutputOption output) {
    Guideline guideline = library.find(name);
    output.print(work, () -> text.show(guideline), () -> json.show(guideline));
    return ExitCode.CONFORMANT;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "List the tests that a target of a guideline requires.")
  int tests(
      @Parameters(paramLabel = "GUIDELINE", description = "Name or file.") String name,
      @Mixin GuidelineQuery query,
      @Mixin TestsOutput output) {
    TestSelection selection = query.selection(subcommand("tests"));
    Guideline guideline = library.find(name);
    Target target = query.target(guideline);
    output.print(
        work,
        () -> selection.lines(guideline, target),
        () -> json.tests(selection.tests(guideline, target)));
    return ExitCode.CONFORMANT;
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
      @Mixin OutputOption output) {
    Map<String, List<Finding>> findings = new LinkedHashMap<>();
    boolean missing = false;
    for (String name : names) {
      try {
        findings.put(name, findings(name));
      } catch (GuidelineException e) {
        // Said at once, and on to the other files.
        missing = true;
        ErrorHandler.failed(e, subcommand("validate"));
      }
    }
    output.print(
        work,
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
    return refused || missing ? ExitCode.BAD_INPUT : ExitCode.CONFORMANT;
  }

  private List<Finding> findings(String name) {
    List<Finding> found = new ArrayList<>(library.inspect(name).findings());
    found.addAll(schemas.check(library.locate(name)));
    return found;
  }

  private CommandLine subcommand(String name) {
    return Objects.requireNonNull(spec.subcommands().get(name), name);
  }
}
