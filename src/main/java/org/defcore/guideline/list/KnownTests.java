package org.defcore.guideline.list;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.TestId;

/** Tests as guidelines and the catalogue know them; of guidelines the first that has a test. */
public final class KnownTests {

  /** The place of a test in a guideline. */
  record Placement(Guideline guideline, List<Capability> capabilities) {

    Placement {
      capabilities = List.copyOf(capabilities);
    }
  }

  private final Map<TestId, Placement> placements = new LinkedHashMap<>();
  private final Map<TestId, String> names = new HashMap<>();
  private final Map<String, Set<TestId>> ids = new HashMap<>();

  /**
   * @param guidelines in the order in which they are asked
   * @param others names of tests that no guideline may have
   */
  public KnownTests(List<Guideline> guidelines, Map<String, TestId> others) {
    guidelines.forEach(this::add);
    others.forEach(this::add);
  }

  private void add(Guideline guideline) {
    Map<TestId, Placement> here = new LinkedHashMap<>();
    for (Capability capability : guideline.capabilities().values()) {
      for (GuidelineTest test : capability.tests()) {
        test.id()
            .ifPresent(
                id -> {
                  Stream.concat(Stream.of(test.name()), test.aliases().stream())
                      .forEach(it -> add(it, id));
                  here.merge(id, new Placement(guideline, List.of(capability)), KnownTests::joined);
                });
      }
    }
    here.forEach(placements::putIfAbsent);
  }

  private void add(String name, TestId id) {
    names.putIfAbsent(id, name);
    ids.computeIfAbsent(name, it -> new HashSet<>()).add(id);
  }

  private static Placement joined(Placement one, Placement other) {
    return new Placement(
        one.guideline(),
        Stream.concat(one.capabilities().stream(), other.capabilities().stream())
            .distinct()
            .toList());
  }

  /** Returns whether a guideline has the test. */
  public boolean has(TestId id) {
    return placements.containsKey(id);
  }

  Optional<Placement> placement(TestId id) {
    return Optional.ofNullable(placements.get(id));
  }

  /** The name by which a test is known first; empty for an id that nobody knows. */
  public Optional<String> name(TestId id) {
    return Optional.ofNullable(names.get(id));
  }

  /** Every id that goes by that name somewhere. */
  public Set<TestId> ids(String name) {
    return ids.getOrDefault(name, Set.of());
  }

  /** The tests of a class, with the name that each has there. */
  public Map<TestId, String> ofClass(String name) {
    Map<TestId, String> tests = new TreeMap<>();
    ids.forEach(
        (test, owners) -> {
          int dot = test.lastIndexOf('.');
          if (dot == name.length() && test.startsWith(name)) {
            owners.forEach(it -> tests.put(it, test));
          }
        });
    return tests;
  }

  /** Number of known tests below a class, a module or a package. */
  long below(String prefix) {
    return ids.keySet().stream().filter(it -> it.startsWith(prefix + ".")).count();
  }
}
