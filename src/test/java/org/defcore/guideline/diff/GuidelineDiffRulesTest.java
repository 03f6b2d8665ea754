package org.defcore.guideline.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.defcore.guideline.Annex;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Flag;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;
import org.defcore.guideline.TestId;
import org.defcore.guideline.diff.GuidelineDiff.CapabilityEntry;
import org.defcore.guideline.diff.GuidelineDiff.FlagChange;
import org.defcore.guideline.diff.GuidelineDiff.Moved;
import org.defcore.guideline.diff.GuidelineDiff.Renamed;
import org.defcore.guideline.diff.GuidelineDiff.Standing;
import org.defcore.guideline.diff.GuidelineDiff.TestEntry;
import org.defcore.guideline.diff.GuidelineDiff.TestRef;
import org.junit.jupiter.api.Test;

/** Guidelines made up for one rule each. */
final class GuidelineDiffRulesTest {

  private static final Flag D404 = flag("D404");

  @Test
  void replacedTestSaysWhatCorrectsIt() {
    GuidelineDiff diff =
        GuidelineDiff.of(
            guideline(capability("c", test(1, "old"))),
            guideline(capability("c", test(2, "new"))),
            Map.of(id(2), id(1)));

    assertThat(diff.tests().removed())
        .containsExactly(
            new TestEntry(ref(1, "old"), List.of("c"), List.of(), List.of(ref(2, "new"))));
    assertThat(diff.tests().added())
        .containsExactly(
            new TestEntry(ref(2, "new"), List.of("c"), List.of(), List.of(ref(1, "old"))));
  }

  @Test
  void correctionThatTheLaterGuidelineLacksIsNotTold() {
    GuidelineDiff diff =
        GuidelineDiff.of(
            guideline(capability("c", test(1, "old"), test(3, "kept"))),
            guideline(capability("c", test(3, "kept"))),
            Map.of(id(2), id(1)));

    assertThat(diff.tests().removed())
        .singleElement()
        .extracting(TestEntry::counterparts)
        .isEqualTo(List.of());
  }

  @Test
  void testMovesFromOneCapabilityToAnother() {
    GuidelineDiff diff =
        diff(
            guideline(capability("a", test(1, "t")), capability("b")),
            guideline(capability("a"), capability("b", test(1, "t"))));

    assertThat(diff.tests().moved())
        .containsExactly(new Moved(ref(1, "t"), List.of("a"), List.of("b")));
    assertThat(diff.tests().added()).isEmpty();
  }

  @Test
  void testOfOneIdAndAnotherNameIsRenamed() {
    assertThat(
            diff(guideline(capability("c", test(1, "x"))), guideline(capability("c", test(1, "y"))))
                .tests()
                .renamed())
        .containsExactly(new Renamed(ref(1, "y"), List.of("x"), List.of("y")));
  }

  @Test
  void testOfOneNameAndAnotherIdIsAnotherTest() {
    GuidelineDiff diff =
        diff(guideline(capability("c", test(1, "x"))), guideline(capability("c", test(2, "x"))));

    assertThat(diff.tests().removed()).hasSize(1);
    assertThat(diff.tests().added()).hasSize(1);
  }

  @Test
  void nameThatTwoTestsBearFindsNeither() {
    GuidelineDiff diff =
        diff(
            guideline(capability("c", nameless("x"))),
            guideline(capability("c", test(1, "x")), capability("d", test(2, "x"))));

    assertThat(diff.tests().removed()).hasSize(1);
    assertThat(diff.tests().added()).hasSize(2);
  }

  @Test
  void testWithoutAnIdIsFoundByAnAlias() {
    GuidelineTest known =
        new GuidelineTest("y", Optional.of(id(1)), List.of("x"), Optional.empty());

    GuidelineDiff diff =
        diff(guideline(capability("c", nameless("x"))), guideline(capability("c", known)));

    assertThat(diff.tests().renamed())
        .containsExactly(new Renamed(ref(1, "y"), List.of("x"), List.of("y")));
    assertThat(diff.tests().added()).isEmpty();
    assertThat(diff.tests().removed()).isEmpty();
  }

  @Test
  void namelessTestIsFoundByItsNameOnBothSides() {
    assertThat(
            diff(
                    guideline(capability("c", nameless("x"))),
                    guideline(capability("c", nameless("x"))))
                .isEmpty())
        .isTrue();
  }

  @Test
  void flagsAreToldByCapability() {
    GuidelineDiff diff =
        diff(
            guideline(
                capability("a", test(1, "t"), flagged(2, "u", D404)),
                capability("b", test(1, "t")),
                capability("c", flagged(3, "v", D404), flagged(4, "w", flag("D405")))),
            guideline(
                capability("a", flagged(1, "t", D404), test(2, "u")),
                capability("b", test(1, "t")),
                capability("c", flagged(3, "v", D404), flagged(4, "w", D404))));

    assertThat(diff.tests().flags())
        .containsExactly(
            new FlagChange(ref(1, "t"), "a", Optional.empty(), Optional.of(D404)),
            new FlagChange(ref(2, "u"), "a", Optional.of(D404), Optional.empty()),
            new FlagChange(ref(4, "w"), "c", Optional.of(flag("D405")), Optional.of(D404)));
  }

  @Test
  void flagGoesAlongWhereATestMoves() {
    GuidelineDiff diff =
        diff(
            guideline(capability("a", flagged(1, "t", D404))),
            guideline(capability("b", flagged(1, "t", D404))));

    assertThat(diff.tests().moved()).hasSize(1);
    assertThat(diff.tests().flags()).isEmpty();
  }

  @Test
  void flagWithoutACodeIsAFlag() {
    Flag none = new Flag(Optional.empty(), "", "", Optional.empty());

    assertThat(
            diff(
                    guideline(capability("a", test(1, "t"))),
                    guideline(capability("a", flagged(1, "t", none))))
                .tests()
                .flags())
        .hasSize(1);
  }

  @Test
  void newCapabilityTellsWhoAsksForIt() {
    assertThat(diff(guideline(), guideline(capability("c", test(1, "t")))).addedCapabilities())
        .containsExactly(
            new CapabilityEntry(
                "c", List.of(new Standing(Status.REQUIRED, List.of("platform"))), 1));
  }

  @Test
  void largeGuidelinesAreComparedAtOnce() {
    Guideline from = large(0);
    Guideline to = large(7);

    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long before = clock.getCurrentThreadCpuTime();
    GuidelineDiff diff = diff(from, to);
    Duration took = Duration.ofNanos(clock.getCurrentThreadCpuTime() - before);

    assertThat(took).as("CPU, whatever else the machine does").isLessThan(Duration.ofSeconds(3));
    assertThat(diff.tests().added()).hasSize(7);
    assertThat(diff.tests().removed()).hasSize(7);
    assertThat(diff.tests().moved()).hasSize(35_000 - 7);
  }

  /** 5,000 capabilities and 50,000 tests, the tests shifted by so many. */
  private static Guideline large(int shift) {
    List<Capability> capabilities = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      GuidelineTest[] tests = new GuidelineTest[10];
      for (int j = 0; j < tests.length; j++) {
        int number = i * 10 + j + shift;
        tests[j] = test(number, "test" + number);
      }
      capabilities.add(capability("capability" + i, tests));
    }
    return guideline(capabilities.toArray(Capability[]::new));
  }

  private static GuidelineDiff diff(Guideline from, Guideline to) {
    return GuidelineDiff.of(from, to, Map.of());
  }

  private static Guideline guideline(Capability... capabilities) {
    Map<String, Capability> byName = new LinkedHashMap<>();
    for (Capability capability : capabilities) {
      byName.put(capability.name(), capability);
    }
    return new Guideline(
        "2030.01",
        "2.0",
        "sha256:" + "0".repeat(64),
        "draft",
        Optional.empty(),
        List.of(),
        List.of(new Target("platform", "Platform", Target.Kind.PLATFORM, List.of("p"), List.of())),
        Map.of(
            "p",
            new Guideline.Component("p", Map.of(Status.REQUIRED, List.copyOf(byName.keySet())))),
        byName,
        Annex.NONE,
        List.of());
  }

  private static Capability capability(String name, GuidelineTest... tests) {
    return new Capability(name, "", "nova", false, List.of(), Optional.empty(), List.of(tests));
  }

  private static GuidelineTest test(int number, String name) {
    return new GuidelineTest(name, Optional.of(id(number)), List.of(), Optional.empty());
  }

  private static GuidelineTest flagged(int number, String name, Flag flag) {
    return new GuidelineTest(name, Optional.of(id(number)), List.of(), Optional.of(flag));
  }

  private static GuidelineTest nameless(String name) {
    return new GuidelineTest(name, Optional.empty(), List.of(), Optional.empty());
  }

  private static TestRef ref(int number, String name) {
    return new TestRef(Optional.of(id(number)), name);
  }

  private static TestId id(int number) {
    return new TestId(new UUID(0x1000, number));
  }

  private static Flag flag(String code) {
    return new Flag(Optional.of(code), "why", "what to do", Optional.empty());
  }
}
