package org.defcore.report.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.defcore.guideline.Flag;
import org.defcore.guideline.Status;
import org.defcore.guideline.diff.GuidelineDiff;
import org.defcore.guideline.diff.GuidelineDiff.CapabilityEntry;
import org.defcore.guideline.diff.GuidelineDiff.Change;
import org.defcore.guideline.diff.GuidelineDiff.FlagChange;
import org.defcore.guideline.diff.GuidelineDiff.Listed;
import org.defcore.guideline.diff.GuidelineDiff.Moved;
import org.defcore.guideline.diff.GuidelineDiff.Renamed;
import org.defcore.guideline.diff.GuidelineDiff.StatusChange;
import org.defcore.guideline.diff.GuidelineDiff.TestEntry;

/** Changes from one guideline to another in words: a section for each kind of change there is. */
public final class ChangeSections {

  private static final String ARROW = " -> ";

  private ChangeSections() {}

  /** Changes of one kind. */
  public record Section(String title, List<Entry> entries) {

    public Section {
      entries = List.copyOf(entries);
    }
  }

  /** One change: a line, and what there is to say beside it. */
  public record Entry(String line, List<String> details) {

    public Entry {
      details = List.copyOf(details);
    }
  }

  /** Nothing if nothing that is compared has changed. */
  public static List<Section> of(GuidelineDiff diff) {
    List<Section> sections = new ArrayList<>();
    section(sections, "guideline changed", diff.facts(), ChangeSections::change);
    listed(sections, "releases", diff.releases());
    listed(sections, "targets", diff.targets());
    section(sections, "capabilities added", diff.addedCapabilities(), ChangeSections::capability);
    section(
        sections, "capabilities removed", diff.removedCapabilities(), ChangeSections::capability);
    section(sections, "capabilities of another status", diff.statuses(), ChangeSections::status);
    section(sections, "tests added", diff.tests().added(), it -> test(it, "corrects"));
    section(sections, "tests removed", diff.tests().removed(), it -> test(it, "corrected by"));
    section(sections, "tests moved", diff.tests().moved(), ChangeSections::moved);
    section(sections, "tests renamed", diff.tests().renamed(), ChangeSections::renamed);
    flags(sections, diff.tests().flags());
    section(sections, "weights changed", diff.weights(), ChangeSections::change);
    section(sections, "designated sections changed", diff.sections(), ChangeSections::change);
    return sections;
  }

  private static void flags(List<Section> sections, List<FlagChange> flags) {
    section(
        sections,
        "tests flagged",
        flags.stream().filter(it -> it.from().isEmpty()).toList(),
        ChangeSections::flag);
    section(
        sections,
        "tests no longer flagged",
        flags.stream().filter(it -> it.to().isEmpty()).toList(),
        ChangeSections::flag);
    section(
        sections,
        "tests flagged for another reason",
        flags.stream().filter(it -> it.from().isPresent() && it.to().isPresent()).toList(),
        ChangeSections::flag);
  }

  private static <T> void section(
      List<Section> sections, String title, List<T> changes, Function<T, Entry> words) {
    if (!changes.isEmpty()) {
      sections.add(new Section(title, changes.stream().map(words).toList()));
    }
  }

  private static void listed(List<Section> sections, String title, Listed listed) {
    section(sections, title + " added", listed.added(), ChangeSections::plain);
    section(sections, title + " removed", listed.removed(), ChangeSections::plain);
  }

  private static Entry plain(String line) {
    return new Entry(line, List.of());
  }

  private static Entry change(Change change) {
    return plain(change.what() + ": " + said(change.from()) + ARROW + said(change.to()));
  }

  private static String said(String value) {
    return value.isEmpty() ? "none" : value;
  }

  private static Entry capability(CapabilityEntry entry) {
    List<String> standings =
        entry.standings().stream()
            .map(it -> it.status().word() + " in " + String.join(", ", it.targets()))
            .toList();
    return plain(
        "%s: %s; %d %s"
            .formatted(
                entry.name(),
                standings.isEmpty() ? "in no target" : String.join("; ", standings),
                entry.tests(),
                entry.tests() == 1 ? "test" : "tests"));
  }

  private static Entry status(StatusChange change) {
    return plain(
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

  private static Entry test(TestEntry entry, String relation) {
    List<String> details = new ArrayList<>();
    details.add("in " + String.join(", ", entry.capabilities()));
    entry.flags().forEach(it -> details.add("flagged: " + words(it)));
    entry.counterparts().forEach(it -> details.add(relation + " " + it.name()));
    return new Entry(entry.test().name(), details);
  }

  private static Entry moved(Moved moved) {
    List<String> details = new ArrayList<>();
    if (!moved.left().isEmpty()) {
      details.add("no longer in " + String.join(", ", moved.left()));
    }
    if (!moved.joined().isEmpty()) {
      details.add("now in " + String.join(", ", moved.joined()));
    }
    return new Entry(moved.test().name(), details);
  }

  private static Entry renamed(Renamed renamed) {
    List<String> details = new ArrayList<>();
    renamed.former().forEach(it -> details.add("- " + it));
    renamed.names().forEach(it -> details.add("+ " + it));
    return new Entry(
        renamed.test().id().map(Object::toString).orElse(renamed.test().name()), details);
  }

  private static Entry flag(FlagChange change) {
    List<String> details = new ArrayList<>();
    details.add("in " + change.capability());
    change.from().ifPresent(it -> details.add("was flagged: " + words(it)));
    change.to().ifPresent(it -> details.add("flagged: " + words(it)));
    return new Entry(change.test().name(), details);
  }

  /** The reason, which begins with the code where there is one. */
  private static String words(Flag flag) {
    return flag.reason().isEmpty() ? "no reason given" : flag.reason();
  }
}
