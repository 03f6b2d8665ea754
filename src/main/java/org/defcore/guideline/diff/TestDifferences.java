package org.defcore.guideline.diff;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.defcore.guideline.Flag;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.TestId;
import org.defcore.guideline.diff.GuidelineDiff.FlagChange;
import org.defcore.guideline.diff.GuidelineDiff.Listed;
import org.defcore.guideline.diff.GuidelineDiff.Moved;
import org.defcore.guideline.diff.GuidelineDiff.Renamed;
import org.defcore.guideline.diff.GuidelineDiff.TestEntry;
import org.defcore.guideline.diff.GuidelineDiff.TestRef;
import org.defcore.guideline.diff.GuidelineDiff.Tests;

/** Differences between the tests of two guidelines. */
final class TestDifferences {

  private static final Comparator<TestRef> BY_NAME =
      Comparator.comparing(TestRef::name)
          .thenComparing(it -> it.id().map(TestId::toString).orElse(""));

  /** One test in both guidelines. */
  private record Pair(TestOccurrences from, TestOccurrences to) {}

  private final Map<String, TestOccurrences> before;
  private final Map<String, TestOccurrences> after;
  private final Map<TestId, TestId> corrected;
  private final Map<TestId, Set<TestId>> correctedBy = new HashMap<>();

  TestDifferences(Guideline from, Guideline to, Map<TestId, TestId> corrected) {
    this.before = TestOccurrences.of(from, to);
    this.after = TestOccurrences.of(to, from);
    this.corrected = Map.copyOf(corrected);
    corrected.forEach(
        (test, it) -> correctedBy.computeIfAbsent(it, key -> new TreeSet<>()).add(test));
  }

  Tests tests() {
    List<Pair> pairs =
        before.entrySet().stream()
            .flatMap(
                it ->
                    Optional.ofNullable(after.get(it.getKey()))
                        .map(later -> new Pair(it.getValue(), later))
                        .stream())
            .toList();
    return new Tests(
        entries(without(after, before), this::corrects),
        entries(without(before, after), this::correctedBy),
        pairs.stream()
            .flatMap(it -> moved(it).stream())
            .sorted(Comparator.comparing(Moved::test, BY_NAME))
            .toList(),
        pairs.stream()
            .flatMap(it -> renamed(it).stream())
            .sorted(Comparator.comparing(Renamed::test, BY_NAME))
            .toList(),
        pairs.stream()
            .flatMap(it -> flags(it).stream())
            .sorted(
                Comparator.comparing(FlagChange::test, BY_NAME)
                    .thenComparing(FlagChange::capability))
            .toList());
  }

  private static List<TestOccurrences> without(
      Map<String, TestOccurrences> tests, Map<String, TestOccurrences> others) {
    return tests.entrySet().stream()
        .filter(it -> !others.containsKey(it.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static List<TestEntry> entries(
      List<TestOccurrences> tests, Function<TestId, List<TestRef>> counterparts) {
    return tests.stream()
        .map(
            it ->
                new TestEntry(
                    it.ref(),
                    List.copyOf(it.capabilities()),
                    it.flags(),
                    it.ref().id().map(counterparts).orElse(List.of())))
        .sorted(Comparator.comparing(TestEntry::test, BY_NAME))
        .toList();
  }

  private List<TestRef> corrects(TestId test) {
    return Optional.ofNullable(corrected.get(test)).stream()
        .flatMap(it -> found(before, it))
        .toList();
  }

  private List<TestRef> correctedBy(TestId test) {
    return correctedBy.getOrDefault(test, Set.of()).stream()
        .flatMap(it -> found(after, it))
        .toList();
  }

  private static Stream<TestRef> found(Map<String, TestOccurrences> tests, TestId id) {
    return Optional.ofNullable(tests.get(id.toString())).map(TestOccurrences::ref).stream();
  }

  private static Optional<Moved> moved(Pair pair) {
    Listed listed = AnnexDifferences.listed(pair.from().capabilities(), pair.to().capabilities());
    return listed.isEmpty()
        ? Optional.empty()
        : Optional.of(new Moved(pair.to().ref(), listed.removed(), listed.added()));
  }

  private static Optional<Renamed> renamed(Pair pair) {
    Listed listed = AnnexDifferences.listed(pair.from().names(), pair.to().names());
    return listed.isEmpty()
        ? Optional.empty()
        : Optional.of(new Renamed(pair.to().ref(), listed.removed(), listed.added()));
  }

  private static List<FlagChange> flags(Pair pair) {
    return pair.to().capabilities().stream()
        .map(it -> new FlagChange(pair.to().ref(), it, pair.from().flag(it), pair.to().flag(it)))
        .filter(it -> !code(it.from()).equals(code(it.to())))
        .toList();
  }

  /** The code of a flag; some flags of 2015 have none. */
  private static Optional<String> code(Optional<Flag> flag) {
    return flag.map(it -> it.code().orElse(""));
  }
}
