package org.defcore.guideline.read;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.guideline.Flag;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.Rule;

/** Schema 1.2: tests have a name only, and the capability lists the flagged ones. */
final class NamedTestsReader implements TestsReader {

  @Override
  public List<GuidelineTest> read(JsonPlace capability) {
    List<String> names = capability.at("tests").texts();
    Set<String> flagged = flagged(capability.at("flagged"), new HashSet<>(names));
    return names.stream()
        .map(
            it ->
                new GuidelineTest(
                    it,
                    Optional.empty(),
                    List.of(),
                    flagged.contains(it) ? Optional.of(unexplained()) : Optional.empty()))
        .toList();
  }

  /** The names in a capability's own list of flagged tests; empty when it has none. */
  static Set<String> flagged(JsonPlace list, Set<String> tests) {
    if (!list.given()) {
      return Set.of();
    }
    Set<String> names = new HashSet<>();
    for (JsonPlace item : list.items()) {
      String name = item.text();
      if (item.node().isTextual() && !tests.contains(name)) {
        item.oddity(
            Rule.FLAG_LIST,
            "expected a test of this capability but found " + item.found() + ": left out");
      }
      names.add(name);
    }
    return names;
  }

  static Flag unexplained() {
    return new Flag(Optional.empty(), "", "", Optional.empty());
  }
}
