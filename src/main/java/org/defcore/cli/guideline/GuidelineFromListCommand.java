package org.defcore.cli.guideline;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.desk.GuidelineFromList;
import org.defcore.desk.GuidelineFromList.Made;
import org.defcore.desk.Installation;
import org.defcore.desk.TestListFile;
import org.defcore.guideline.draft.GuidelineLayout;
import org.defcore.guideline.list.ListedTests.Unplaced;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code defcore guideline from-list}: a guideline out of a list of tests. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Make a guideline from a list of tests, one test per line, as Tempest and RefStack write it:"
          + " name[id-...,smoke], or a name whose id is known.",
      "A test is placed in the capability that the latest earlier guideline has it in. A test that"
          + " is in no guideline is placed by the service and the area in its name.",
      "Names with the same id are one test. Lines that are not tests are reported by number.",
      "Exit code: 2 if a line could not be placed, else 0. The guideline is written in both cases."
    })
final class GuidelineFromListCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private ListTermsOptions terms = new ListTermsOptions();
  @Mixin private NewFile out = new NewFile();

  @Parameters(
      paramLabel = "FILE",
      description = "The list, plain or gzip'd; a comment begins with #.")
  private String file = "";

  @Option(
      names = "--target",
      paramLabel = "TITLE",
      description = "Title of the single target, which requires all tests.")
  private Optional<String> target = Optional.empty();

  @Option(names = "--description", paramLabel = "TEXT", description = "Description of that target.")
  private Optional<String> description = Optional.empty();

  @Option(
      names = "--like",
      paramLabel = "GUIDELINE",
      description =
          "Instead of --target: use the targets, components and capabilities of this guideline that"
              + " the list has tests of.")
  private Optional<String> like = Optional.empty();

  GuidelineFromListCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    if (target.isPresent() == like.isPresent()) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "expected either --target or --like but found "
              + (like.isPresent() ? "both" : "neither"));
    }
    Made made = made(new TestListFile("FILE", file));
    out.write(GuidelineLayout.text(made.document()), "lint", installation.work());
    tell(made);
    return made.listed().unplaced().isEmpty() ? ExitCode.CONFORMANT : ExitCode.BAD_INPUT;
  }

  private Made made(TestListFile list) {
    GuidelineFromList maker = new GuidelineFromList(installation);
    return like.isPresent()
        ? maker.like(like.get(), list, terms.terms())
        : maker.one(
            target.orElseThrow(),
            description.orElse("A cloud that passes the tests of " + file + "."),
            list,
            terms.terms());
  }

  private void tell(Made made) {
    PrintWriter err = Console.of(spec).err();
    List<Unplaced> unplaced = made.listed().unplaced();
    unplaced.forEach(it -> err.print(file + ":" + it.words() + "\n"));
    int here = made.placedHere().values().stream().mapToInt(Integer::intValue).sum();
    err.print(
        ("%s: tests: %d (names: %d, in no earlier guideline: %d), capabilities: %d,"
                + " lines repeated: %d, lines not placed: %d\n")
            .formatted(
                file,
                made.listed().tests().size(),
                made.listed().names(),
                here,
                made.guideline().capabilities().size(),
                made.listed().repeated(),
                unplaced.size()));
    err.flush();
  }
}
