package org.defcore.guideline.list;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.defcore.guideline.TestId;
import org.defcore.guideline.WrittenTest;

/**
 * The tests of a list, and its lines that are none.
 *
 * @param tests names of each test by its id, in the order of the list
 * @param unplaced in the order of the list
 * @param repeated number of lines with a name that was listed before
 */
public record ListedTests(Map<TestId, List<String>> tests, List<Unplaced> unplaced, int repeated) {

  /** A line of a list, without its comment. */
  public record Line(int number, String text) {}

  /**
   * A line that is no test that a guideline can have.
   *
   * @param why half a sentence
   */
  public record Unplaced(Line line, String why) {

    /** {@code 12: tempest.api.identity: …} */
    public String words() {
      return line.number() + ": " + line.text() + ": " + why;
    }
  }

  private static final Pattern WORDS = Pattern.compile("\\w[\\w.]*\\.\\w+");

  public ListedTests {
    tests = Collections.unmodifiableMap(new LinkedHashMap<>(tests));
    unplaced = List.copyOf(unplaced);
  }

  /** Number of names, each once. */
  public int names() {
    return tests.values().stream().mapToInt(List::size).sum();
  }

  /** Reads the lines of a list. */
  public static ListedTests of(List<Line> lines, KnownTests known) {
    return new Reader(known).read(lines);
  }

  private static final class Reader {

    private final KnownTests known;
    private final Map<TestId, List<String>> tests = new LinkedHashMap<>();
    private final Map<String, TestId> ids = new HashMap<>();
    private final List<Unplaced> unplaced = new ArrayList<>();
    private int repeated;

    private Reader(KnownTests known) {
      this.known = known;
    }

    private ListedTests read(List<Line> lines) {
      for (Line line : lines) {
        place(WrittenTest.of(literal(line.text())))
            .ifPresent(why -> unplaced.add(new Unplaced(line, why)));
      }
      return new ListedTests(tests, unplaced, repeated);
    }

    /**
     * A regular expression for one name, with anchors and escapes, is that name; so is an item of a
     * YAML list.
     */
    private static String literal(String text) {
      return text.replaceAll("^-\\s+", "")
          .replaceAll("^(['\"])(.*)\\1$", "$2")
          .replaceAll("^\\^|\\$$", "")
          .replaceAll("\\\\([.\\[\\]()-])", "$1");
    }

    /** Takes the test, or returns why it cannot. */
    private Optional<String> place(WrittenTest test) {
      if (test.id().isPresent()) {
        return place(test.id().get(), test.name());
      }
      if (!isName(test.name())) {
        return Optional.of(noName(test.name()));
      }
      Set<TestId> candidates = known.ids(test.name());
      return switch (candidates.size()) {
        case 0 -> Optional.of(unknown(test.name()));
        case 1 -> place(candidates.iterator().next(), test.name());
        default ->
            Optional.of("is the name of " + words(candidates) + ": write it with the id meant");
      };
    }

    private Optional<String> place(TestId id, String written) {
      String name = written.isEmpty() ? known.name(id).orElse("") : written;
      if (!isName(name)) {
        return Optional.of(
            written.isEmpty()
                ? "no guideline has a name for this id: write name[id-…]"
                : "has an id, but its name is no test's");
      }
      TestId before = ids.get(name);
      if (before != null && !before.equals(id)) {
        return Optional.of("is listed as id-" + before + " before");
      }
      Set<TestId> owners = known.ids(name);
      if (!owners.isEmpty() && !owners.contains(id)) {
        return Optional.of("its name belongs to " + words(owners));
      }
      ids.put(name, id);
      List<String> names = tests.computeIfAbsent(id, it -> new ArrayList<>());
      if (names.contains(name)) {
        repeated++;
      } else {
        names.add(name);
      }
      return Optional.empty();
    }

    /** Also a name of very many words, on which a pattern of words would run out of stack. */
    private static boolean isName(String text) {
      return WORDS.matcher(text).matches() && !text.contains("..");
    }

    private static String noName(String text) {
      if (text.chars().anyMatch(Character::isWhitespace)) {
        return "expected a test but found several words";
      }
      return text.chars().noneMatch(it -> "*+?()|\\^$[]{}".indexOf(it) >= 0)
          ? "is no test's name"
          : "is a regular expression: list the tests that it takes, as tempest run --list-tests"
              + " prints them";
    }

    private String unknown(String name) {
      long below = known.below(name);
      return below > 0
          ? "is a class or a module with %d known test%s: list each"
              .formatted(below, below == 1 ? "" : "s")
          : "no guideline knows the id of this name: write name[id-…]";
    }

    private static String words(Set<TestId> ids) {
      return new TreeSet<>(ids).stream().map(it -> "id-" + it).collect(Collectors.joining(" and "));
    }
  }
}
