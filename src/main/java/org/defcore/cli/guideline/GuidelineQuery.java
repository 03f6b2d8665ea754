package org.defcore.cli.guideline;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.cli.options.EnumOption;
import org.defcore.desk.Targets;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;
import org.defcore.guideline.TestSelection;
import org.defcore.guideline.TestSelection.Aliases;
import org.defcore.guideline.TestSelection.Flagged;
import org.defcore.result.RunException;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that choose tests of a guideline. */
final class GuidelineQuery {

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      description = "What is scored; default platform, or the only target there is.")
  private Optional<String> target = Optional.empty();

  @Option(
      names = "--status",
      split = ",",
      defaultValue = "required",
      paramLabel = "STATUS",
      description = "Status of the capabilities: required, advisory, deprecated, removed.")
  private List<String> statuses = List.of();

  @Option(
      names = "--flagged",
      defaultValue = "exclude",
      paramLabel = "exclude|include|only",
      description = "What to do with flagged tests, default ${DEFAULT-VALUE}.")
  private String flagged = "exclude";

  @Option(names = "--aliases", description = "List the other names of tests too.")
  private boolean aliases;

  /**
   * @throws CommandLine.ParameterException for a word that is none of the option's
   */
  TestSelection selection(CommandLine command) {
    Set<Status> wanted = EnumSet.noneOf(Status.class);
    for (String word : statuses) {
      wanted.add(EnumOption.choice(command, "--status", Status.class, word));
    }
    return new TestSelection(
        wanted,
        EnumOption.choice(command, "--flagged", Flagged.class, flagged),
        aliases ? Aliases.INCLUDE : Aliases.OMIT);
  }

  /**
   * @throws RunException when the guideline has no such target
   */
  Target target(Guideline guideline) {
    if (target.isEmpty() && guideline.targets().size() == 1) {
      return guideline.targets().get(0);
    }
    return Targets.find(guideline, target.orElse("platform"));
  }
}
