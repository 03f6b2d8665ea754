package org.defcore.verdict;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.defcore.guideline.TestId;

/** The tests that bear a name, which may be several. */
final class NamedTests {

  private final Map<String, Set<TestId>> names = new HashMap<>();

  void note(String name, TestId id) {
    names.computeIfAbsent(plain(name), it -> new TreeSet<>()).add(id);
  }

  Set<TestId> ids(String name) {
    return names.getOrDefault(plain(name), Set.of());
  }

  /** Without the bracketed attributes that Tempest appends: {@code test_x[id-…,smoke]}. */
  private static String plain(String name) {
    int bracket = name.indexOf('[');
    return (bracket < 0 ? name : name.substring(0, bracket)).strip();
  }
}
