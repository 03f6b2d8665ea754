package org.defcore.foreign;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.defcore.guideline.TestId;
import org.defcore.guideline.WrittenTest;
import org.defcore.guideline.list.KnownTests;

/**
 * Finds the tests that a name in a source means: by the id in it, else by a name or alias that some
 * guideline or the catalogue gives to one id alone. A name that belongs to another id than the one
 * beside it means neither.
 */
final class NameMatcher {

  private static final Pattern FIXTURE =
      Pattern.compile("(setUpClass|tearDownClass|setUpModule|tearDownModule) \\(([\\w.]+)\\)");
  private static final Pattern SCENARIO = Pattern.compile("\\([^()]*\\)$");
  private static final Pattern ATTRIBUTES = Pattern.compile("\\[[^\\[\\]]*]");

  /**
   * The tests that are meant.
   *
   * @param names by id, as a guideline or the catalogue has them
   * @param fixture the class that could not be set up; empty for a test
   * @param why nothing is meant, half a sentence; empty if something is
   */
  record Match(Map<TestId, String> names, String fixture, String why) {

    Match {
      names = Map.copyOf(names);
    }

    static Match none(String why) {
      return new Match(Map.of(), "", why);
    }
  }

  private final KnownTests known;

  NameMatcher(KnownTests known) {
    this.known = known;
  }

  /** Returns whether the name is that of what a class does before or after its tests. */
  static boolean isFixture(String name) {
    return FIXTURE.matcher(name).matches();
  }

  /** The name in the source without attributes, which tells classes and scenarios apart. */
  static String variant(String name) {
    return ATTRIBUTES.matcher(name).replaceAll("");
  }

  Match match(String name) {
    Matcher fixture = FIXTURE.matcher(name);
    if (fixture.matches()) {
      return ofClass(fixture.group(1), fixture.group(2));
    }
    WrittenTest written = WrittenTest.of(name);
    String plain = SCENARIO.matcher(written.name()).replaceAll("").strip();
    Set<TestId> owners = known.ids(plain);
    if (written.id().isPresent()) {
      return byId(written.id().get(), plain, owners);
    }
    return switch (owners.size()) {
      case 0 -> Match.none("no guideline and no entry of the catalogue has this name");
      case 1 -> new Match(Map.of(owners.iterator().next(), plain), "", "");
      default -> Match.none("is the name of " + words(owners));
    };
  }

  private Match byId(TestId id, String plain, Set<TestId> owners) {
    if (!owners.isEmpty() && !owners.contains(id)) {
      return Match.none("its name belongs to " + words(owners));
    }
    // A name that nobody knows is a text of the source.
    return known
        .name(id)
        .map(it -> new Match(Map.of(id, owners.isEmpty() ? it : plain), "", ""))
        .orElseGet(() -> Match.none("no guideline and no entry of the catalogue has this id"));
  }

  private Match ofClass(String fixture, String name) {
    if (!fixture.equals("setUpClass")) {
      return Match.none("no test, but what follows the tests of a class or stands around several");
    }
    Map<TestId, String> tests = known.ofClass(name);
    return tests.isEmpty()
        ? Match.none("no known test is of this class")
        : new Match(tests, name, "");
  }

  private static String words(Set<TestId> ids) {
    return new TreeSet<>(ids).stream().map(it -> "id-" + it).collect(Collectors.joining(" and "));
  }
}
