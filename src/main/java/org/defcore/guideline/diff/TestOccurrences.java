package org.defcore.guideline.diff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Flag;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.TestId;
import org.defcore.guideline.diff.GuidelineDiff.TestRef;

/** All occurrences of a test in one guideline, with all its names. */
final class TestOccurrences {

  private final TestRef ref;
  private final TreeSet<String> names = new TreeSet<>();
  private final TreeSet<String> capabilities = new TreeSet<>();
  private final TreeMap<String, Flag> flags = new TreeMap<>();

  private TestOccurrences(TestRef ref) {
    this.ref = ref;
  }

  /**
   * The tests of a guideline in file order, each once, by their identity. A test without an id
   * takes that of the test of the other guideline which has one of its names, if there is just one.
   */
  static Map<String, TestOccurrences> of(Guideline guideline, Guideline other) {
    Map<String, Set<TestId>> ids = idsByName(other);
    Map<String, TestOccurrences> seen = new LinkedHashMap<>();
    for (Capability capability : guideline.capabilities().values()) {
      for (GuidelineTest test : capability.tests()) {
        Optional<TestId> id = test.id().or(() -> only(test, ids));
        seen.computeIfAbsent(
                id.map(TestId::toString).orElse("name " + test.name()),
                it -> new TestOccurrences(new TestRef(id, test.name())))
            .add(capability.name(), test);
      }
    }
    return seen;
  }

  private static Map<String, Set<TestId>> idsByName(Guideline guideline) {
    Map<String, Set<TestId>> ids = new HashMap<>();
    for (Capability capability : guideline.capabilities().values()) {
      for (GuidelineTest test : capability.tests()) {
        test.id()
            .ifPresent(
                id ->
                    names(test)
                        .forEach(it -> ids.computeIfAbsent(it, key -> new HashSet<>()).add(id)));
      }
    }
    return ids;
  }

  private static Optional<TestId> only(GuidelineTest test, Map<String, Set<TestId>> ids) {
    List<TestId> found =
        names(test).flatMap(it -> ids.getOrDefault(it, Set.of()).stream()).distinct().toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static Stream<String> names(GuidelineTest test) {
    return Stream.concat(Stream.of(test.name()), test.aliases().stream());
  }

  private void add(String capability, GuidelineTest test) {
    names.add(test.name());
    capabilities.add(capability);
    test.flag().ifPresent(it -> flags.putIfAbsent(capability, it));
  }

  /** The test with the first of its names. */
  TestRef ref() {
    return ref;
  }

  Set<String> names() {
    return names;
  }

  Set<String> capabilities() {
    return capabilities;
  }

  /**
   * The flag in that capability; if the capability does not list the test, any flag of the test.
   */
  Optional<Flag> flag(String capability) {
    return capabilities.contains(capability)
        ? Optional.ofNullable(flags.get(capability))
        : flags().stream().findFirst();
  }

  /** All flags of the test, each once, by capability. */
  List<Flag> flags() {
    return flags.values().stream().distinct().toList();
  }
}
