package org.defcore.guideline.diff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.guideline.Flag;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Status;
import org.defcore.guideline.TestId;

/**
 * The differences between two guidelines, independent of their schemas. Prose is not compared.
 * Every list is sorted by name.
 *
 * @param facts of the guideline as a whole: schema, status, target approval, cutoff score, the list
 *     that it was made from
 * @param statuses of capabilities that both define, in targets that both have
 * @param weights of scoring criteria
 * @param sections of projects that are designated or not, under which status
 */
public record GuidelineDiff(
    Guideline from,
    Guideline to,
    List<Change> facts,
    Listed releases,
    Listed targets,
    List<CapabilityEntry> addedCapabilities,
    List<CapabilityEntry> removedCapabilities,
    List<StatusChange> statuses,
    Tests tests,
    List<Change> weights,
    List<Change> sections) {

  /**
   * A value that is another one now.
   *
   * @param from empty where there was none, as is {@code to} where there is none any more
   */
  public record Change(String what, String from, String to) {}

  /** Names that only the later guideline has, and those that only the earlier one has. */
  public record Listed(List<String> added, List<String> removed) {

    public Listed {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
    }

    boolean isEmpty() {
      return added.isEmpty() && removed.isEmpty();
    }
  }

  /** A capability that only one of the guidelines defines, with its status by target. */
  public record CapabilityEntry(String name, List<Standing> standings, int tests) {

    public CapabilityEntry {
      standings = List.copyOf(standings);
    }
  }

  /** A status and the targets that give it. */
  public record Standing(Status status, List<String> targets) {

    public Standing {
      targets = List.copyOf(targets);
    }
  }

  /**
   * A capability whose status in some targets changed.
   *
   * @param from absent if they did not list it, as is {@code to} if they do not any more
   */
  public record StatusChange(
      String capability, List<String> targets, Optional<Status> from, Optional<Status> to) {

    public StatusChange {
      targets = List.copyOf(targets);
    }
  }

  /** A test; the id is absent where no guideline gives one. */
  public record TestRef(Optional<TestId> id, String name) {}

  /** Differences of tests; a test is identified by its id, or by its name if one side has no id. */
  public record Tests(
      List<TestEntry> added,
      List<TestEntry> removed,
      List<Moved> moved,
      List<Renamed> renamed,
      List<FlagChange> flags) {

    public Tests {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
      moved = List.copyOf(moved);
      renamed = List.copyOf(renamed);
      flags = List.copyOf(flags);
    }

    boolean isEmpty() {
      return added.isEmpty()
          && removed.isEmpty()
          && moved.isEmpty()
          && renamed.isEmpty()
          && flags.isEmpty();
    }
  }

  /**
   * A test that only one of the guidelines lists.
   *
   * @param flags those that it has, with no words twice
   * @param counterparts of an added test, those of the earlier guideline that it corrects; of a
   *     removed one, those of the later guideline that correct it
   */
  public record TestEntry(
      TestRef test, List<String> capabilities, List<Flag> flags, List<TestRef> counterparts) {

    public TestEntry {
      capabilities = List.copyOf(capabilities);
      flags = List.copyOf(flags);
      counterparts = List.copyOf(counterparts);
    }
  }

  /** A test that left capabilities, joined others, or both. */
  public record Moved(TestRef test, List<String> left, List<String> joined) {

    public Moved {
      left = List.copyOf(left);
      joined = List.copyOf(joined);
    }
  }

  /** A test that gained names, lost names, or both. */
  public record Renamed(TestRef test, List<String> former, List<String> names) {

    public Renamed {
      former = List.copyOf(former);
      names = List.copyOf(names);
    }
  }

  /** A test whose flag in a capability was added, removed or given another reason code. */
  public record FlagChange(
      TestRef test, String capability, Optional<Flag> from, Optional<Flag> to) {}

  public GuidelineDiff {
    facts = List.copyOf(facts);
    addedCapabilities = List.copyOf(addedCapabilities);
    removedCapabilities = List.copyOf(removedCapabilities);
    statuses = List.copyOf(statuses);
    weights = List.copyOf(weights);
    sections = List.copyOf(sections);
  }

  /**
   * Compares two guidelines.
   *
   * @param corrected by the id of a corrected test, the id of the one that it corrects
   */
  public static GuidelineDiff of(Guideline from, Guideline to, Map<TestId, TestId> corrected) {
    CapabilityDifferences capabilities = new CapabilityDifferences(from, to);
    AnnexDifferences annex = new AnnexDifferences(from, to);
    return new GuidelineDiff(
        from,
        to,
        annex.facts(),
        annex.releases(),
        capabilities.targets(),
        capabilities.added(),
        capabilities.removed(),
        capabilities.statuses(),
        new TestDifferences(from, to, corrected).tests(),
        annex.weights(),
        annex.sections());
  }

  /** Returns whether there is no difference. */
  public boolean isEmpty() {
    return facts.isEmpty()
        && releases.isEmpty()
        && targets.isEmpty()
        && addedCapabilities.isEmpty()
        && removedCapabilities.isEmpty()
        && statuses.isEmpty()
        && tests.isEmpty()
        && weights.isEmpty()
        && sections.isEmpty();
  }
}
