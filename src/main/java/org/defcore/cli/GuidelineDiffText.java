package org.defcore.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.defcore.guideline.Flag;
import org.defcore.guideline.GuidelineDiff;
import org.defcore.guideline.GuidelineDiff.CapabilityEntry;
import org.defcore.guideline.GuidelineDiff.Change;
import org.defcore.guideline.GuidelineDiff.FlagChange;
import org.defcore.guideline.GuidelineDiff.Listed;
import org.defcore.guideline.GuidelineDiff.Moved;
import org.defcore.guideline.GuidelineDiff.Renamed;
import org.defcore.guideline.GuidelineDiff.StatusChange;
import org.defcore.guideline.GuidelineDiff.TestEntry;
import org.defcore.guideline.GuidelineDiff.TestRef;
import org.defcore.guideline.Status;

/** What {@code guideline diff} prints for people: a section for each kind of change there is. */
final class GuidelineDiffText {

  private static final String ARROW = " -> ";

  List<String> lines(GuidelineDiff diff) {
    List<String> lines = new ArrayList<>();
    lines.add("guideline " + diff.from().id() + ARROW + diff.to().id());
    if (diff.isEmpty()) {
      lines.add("nothing that is compared has changed");
      return lines;
    }
    section(lines, "guideline changed", diff.facts(), GuidelineDiffText::change);
    listed(lines, "releases", diff.releases());
    listed(lines, "targets", diff.targets());
    section(lines, "capabilities added", diff.addedCapabilities(), GuidelineDiffText::capability);
    section(
        lines, "capabilities removed", diff.removedCapabilities(), GuidelineDiffText::capability);
    section(lines, "capabilities of another status", diff.statuses(), GuidelineDiffText::status);
    section(lines, "tests added", diff.tests().added(), it -> test(it, "corrects"));
    section(lines, "tests removed", diff.tests().removed(), it -> test(it, "corrected by"));
    section(lines, "tests moved", diff.tests().moved(), GuidelineDiffText::moved);
    section(lines, "tests renamed", diff.tests().renamed(), GuidelineDiffText::renamed);
    List<FlagChange> flags = diff.tests().flags();
    section(
        lines,
        "tests flagged",
        flags.stream().filter(it -> it.from().isEmpty()).toList(),
        GuidelineDiffText::flag);
    section(
        lines,
        "tests no longer flagged",
        flags.stream().filter(it -> it.to().isEmpty()).toList(),
        GuidelineDiffText::flag);
    section(
        lines,
        "tests flagged for another reason",
        flags.stream().filter(it -> it.from().isPresent() && it.to().isPresent()).toList(),
        GuidelineDiffText::flag);
    section(lines, "weights changed", diff.weights(), GuidelineDiffText::change);
    section(lines, "designated sections changed", diff.sections(), GuidelineDiffText::change);
    return lines;
  }

  private static <T> void section(
      List<String> lines, String title, List<T> changes, Function<T, List<String>> words) {
    if (!changes.isEmpty()) {
      lines.add("");
      lines.add(title + " (" + changes.size() + ")");
      changes.forEach(change -> words.apply(change).forEach(it -> lines.add("  " + it)));
    }
  }

  private static void listed(List<String> lines, String title, Listed listed) {
    section(lines, title + " added", listed.added(), List::of);
    section(lines, title + " removed", listed.removed(), List::of);
  }

  private static List<String> change(Change change) {
    return List.of(change.what() + ": " + said(change.from()) + ARROW + said(change.to()));
  }

  private static String said(String value) {
    return value.isEmpty() ? "none" : value;
  }

  private static List<String> capability(CapabilityEntry entry) {
    List<String> standings =
        entry.standings().stream()
            .map(it -> it.status().word() + " in " + String.join(", ", it.targets()))
            .toList();
    return List.of(
        "%s: %s; %d %s"
            .formatted(
                entry.name(),
                standings.isEmpty() ? "in no target" : String.join("; ", standings),
                entry.tests(),
                entry.tests() == 1 ? "test" : "tests"));
  }

  private static List<String> status(StatusChange change) {
    return List.of(
        "%s: %s%s%s in %s"
            .formatted(
                change.capability(),
                word(change.from()),
                ARROW,
                word(change.to()),
                String.join(", ", change.targets())));
  }

  private static String word(Optional<Status> status) {
    return status.map(Status::word).orElse("not listed");
  }

  private static List<String> test(TestEntry entry, String relation) {
    List<String> lines = new ArrayList<>();
    lines.add(entry.test().name());
    lines.add("  in " + String.join(", ", entry.capabilities()));
    entry.flags().forEach(it -> lines.add("  flagged: " + words(it)));
    entry.counterparts().forEach(it -> lines.add("  " + relation + " " + it.name()));
    return lines;
  }

  private static List<String> moved(Moved moved) {
    List<String> lines = new ArrayList<>();
    lines.add(moved.test().name());
    if (!moved.left().isEmpty()) {
      lines.add("  no longer in " + String.join(", ", moved.left()));
    }
    if (!moved.joined().isEmpty()) {
      lines.add("  now in " + String.join(", ", moved.joined()));
    }
    return lines;
  }

  private static List<String> renamed(Renamed renamed) {
    List<String> lines = new ArrayList<>();
    lines.add(label(renamed.test()));
    renamed.former().forEach(it -> lines.add("  - " + it));
    renamed.names().forEach(it -> lines.add("  + " + it));
    return lines;
  }

  private static String label(TestRef test) {
    return test.id().map(Object::toString).orElse(test.name());
  }

  private static List<String> flag(FlagChange change) {
    List<String> lines = new ArrayList<>();
    lines.add(change.test().name());
    lines.add("  in " + change.capability());
    change.from().ifPresent(it -> lines.add("  was flagged: " + words(it)));
    change.to().ifPresent(it -> lines.add("  flagged: " + words(it)));
    return lines;
  }

  /** The reason, which begins with the code where there is one. */
  private static String words(Flag flag) {
    return flag.reason().isEmpty() ? "no reason given" : flag.reason();
  }
}
