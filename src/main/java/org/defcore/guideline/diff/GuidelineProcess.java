package org.defcore.guideline.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.defcore.guideline.Approval;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Flag;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.Status;
import org.defcore.guideline.diff.GuidelineDiff.TestEntry;
import org.defcore.guideline.diff.GuidelineDiff.TestRef;
import org.defcore.guideline.read.Layout;

/**
 * Compares two successive guidelines with what the guideline process allows to change. Two
 * guidelines with the same id are two states of one.
 *
 * <p>A capability enters when a target requires it that required it in none before, and leaves when
 * no target has it as required, advisory or deprecated any more. One that was deprecated and is
 * required again does not enter: it had not left. What was only advisory may go at any time, since
 * nobody had to have it.
 */
public final class GuidelineProcess {

  private static final int APPROVED_AT_A_TIME = 2;

  private final Guideline from;
  private final Guideline to;
  private final GuidelineDiff diff;

  public GuidelineProcess(GuidelineDiff diff) {
    this.from = diff.from();
    this.to = diff.to();
    this.diff = diff;
  }

  /**
   * The breaches by rule, then in the order of the guidelines.
   *
   * @param library all known guidelines, with or without these two
   */
  public List<ProcessBreach> breaches(List<Guideline> library) {
    List<ProcessBreach> breaches = new ArrayList<>();
    Map<String, TargetsByStatus> before = TargetsByStatus.of(from);
    Map<String, TargetsByStatus> after = TargetsByStatus.of(to);
    entries(before, after, breaches);
    exits(before, after, breaches);
    if (!from.id().equals(to.id())) {
      carriedFlags(breaches);
    } else if (Approval.given(from)) {
      changedTests(breaches);
      droppedFlags(breaches);
    }
    approved(library, breaches);
    return List.copyOf(breaches);
  }

  private void entries(
      Map<String, TargetsByStatus> before,
      Map<String, TargetsByStatus> after,
      List<ProcessBreach> breaches) {
    after.forEach(
        (name, now) -> {
          TargetsByStatus then = before.getOrDefault(name, TargetsByStatus.NONE);
          if (now.has(Status.REQUIRED) && !then.isAlive()) {
            breaches.add(
                new ProcessBreach(
                    ProcessRule.REQUIRED_UNANNOUNCED,
                    to.id(),
                    Layout.of(to).capability(name),
                    "\"%s\" is required by %s and was %s in %s"
                        .formatted(name, now.targets(Status.REQUIRED), then, from.id())));
          }
        });
  }

  private void exits(
      Map<String, TargetsByStatus> before,
      Map<String, TargetsByStatus> after,
      List<ProcessBreach> breaches) {
    before.forEach(
        (name, then) -> {
          TargetsByStatus now = after.getOrDefault(name, TargetsByStatus.NONE);
          if (then.has(Status.REQUIRED) && !now.isAlive()) {
            breaches.add(
                new ProcessBreach(
                    ProcessRule.REMOVED_UNANNOUNCED,
                    from.id(),
                    Layout.of(from).capability(name),
                    "\"%s\" was required by %s and is %s in %s"
                        .formatted(name, then.targets(Status.REQUIRED), now, to.id())));
          }
        });
  }

  private void changedTests(List<ProcessBreach> breaches) {
    TestPlaces later = new TestPlaces(to);
    for (TestEntry entry : diff.tests().added()) {
      breaches.add(
          new ProcessBreach(
              ProcessRule.TEST_ADDED,
              to.id(),
              later.of(entry.test()),
              said(entry, "was added after approval")));
    }
    TestPlaces earlier = new TestPlaces(from);
    for (TestEntry entry : diff.tests().removed()) {
      breaches.add(
          new ProcessBreach(
              ProcessRule.TEST_REMOVED,
              from.id(),
              earlier.of(entry.test()),
              said(entry, "was removed after approval")));
    }
  }

  private static String said(TestEntry entry, String what) {
    return "\"%s\" of %s %s"
        .formatted(entry.test().name(), String.join(", ", entry.capabilities()), what);
  }

  private void droppedFlags(List<ProcessBreach> breaches) {
    TestPlaces later = new TestPlaces(to);
    diff.tests().flags().stream()
        .filter(it -> it.to().isEmpty())
        .forEach(
            it ->
                breaches.add(
                    new ProcessBreach(
                        ProcessRule.FLAG_DROPPED,
                        to.id(),
                        later.of(it.test()),
                        "\"%s\" of %s is not flagged any more"
                            .formatted(it.test().name(), it.capability()))));
  }

  private void carriedFlags(List<ProcessBreach> breaches) {
    Map<String, TestOccurrences> before = TestOccurrences.of(from, to);
    TestPlaces later = new TestPlaces(to);
    TestOccurrences.of(to, from)
        .forEach(
            (key, now) ->
                Optional.ofNullable(before.get(key))
                    .flatMap(then -> carried(then, now))
                    .ifPresent(
                        it ->
                            breaches.add(
                                new ProcessBreach(
                                    ProcessRule.FLAG_CARRIED_OVER,
                                    to.id(),
                                    later.of(now.ref()),
                                    "\"%s\" is still flagged as in %s%s"
                                        .formatted(now.ref().name(), from.id(), dated(it))))));
  }

  /** The flag that was carried over; one with a later date is a new decision. */
  private static Optional<Flag> carried(TestOccurrences then, TestOccurrences now) {
    return now.flags().stream()
        .filter(it -> then.flags().stream().anyMatch(other -> other.date().equals(it.date())))
        .findFirst();
  }

  private static String dated(Flag flag) {
    return flag.date().map(it -> ", on " + it).orElse("");
  }

  private void approved(List<Guideline> library, List<ProcessBreach> breaches) {
    Map<String, Guideline> byId = new TreeMap<>();
    library.forEach(it -> byId.put(it.id(), it));
    byId.put(from.id(), from);
    byId.put(to.id(), to);
    String series = Approval.series(to.id());
    List<String> approved =
        byId.values().stream()
            .filter(it -> it.approval().equals("approved"))
            .map(Guideline::id)
            .filter(it -> Approval.series(it).equals(series))
            .toList();
    if (approved.size() > APPROVED_AT_A_TIME) {
      breaches.add(
          new ProcessBreach(
              ProcessRule.TOO_MANY_APPROVED,
              "",
              "",
              "%s are approved, %d at a time"
                  .formatted(String.join(", ", approved), approved.size())));
    }
  }

  /** The first place of each test of a guideline. */
  private static final class TestPlaces {

    private final Map<String, String> pointers = new HashMap<>();

    TestPlaces(Guideline guideline) {
      Layout layout = Layout.of(guideline);
      for (Capability capability : guideline.capabilities().values()) {
        int index = 0;
        for (GuidelineTest test : capability.tests()) {
          String pointer = layout.test(capability.name(), index++, test.name());
          pointers.putIfAbsent(test.name(), pointer);
        }
      }
    }

    String of(TestRef test) {
      return pointers.getOrDefault(test.name(), "");
    }
  }
}
