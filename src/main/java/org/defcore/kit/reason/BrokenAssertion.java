package org.defcore.kit.reason;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The message of a broken assertion of AssertJ in the form of all reasons: {@code names in GET /:
 * expected "a" but found "b"}.
 */
public final class BrokenAssertion {

  private static final Pattern BEGIN =
      Pattern.compile("Expecting |Expected size: |expected: |Found duplicate|Actual and expected ");

  private static final Pattern VALUE = Pattern.compile("\\b[A-D]\\b");

  /** Empty lists, objects and texts. */
  private static final Pattern EMPTY = Pattern.compile("(\\[]|\\{}|)");

  private static final String EACH =
      "Expecting \\w*: A to contain(?: only| exactly in any order| exactly \\(and in same order\\)"
          + "| only following keys)?: B ";

  private static final String SUBSEQUENCE =
      "Expecting actual to contain the specified subsequence but ";

  /** AssertJ's messages, what was expected and what was found. Letters stand for values. */
  private static final List<Form> FORMS =
      Stream.of(
              "expected: A but was: B ignoring case considerations | A (ignoring case) | B",
              "expected: A but was: B | A | B",
              "Expecting value to be A but was B | A | B",
              "Expecting empty but was: A | nothing | A",
              "Expecting not blank but was: A | a text that is not blank | A",
              "Actual and expected should have same size but actual size is: A while expected size"
                  + " is: B Actual was: C Expected was: .* | size B | size A: C",
              "Expecting actual not to be empty | at least one | nothing",
              "Expecting Optional to contain a value but it was empty. | a value | nothing",
              "Expecting Optional to contain: A but was empty. | A | nothing",
              "Expecting an empty Optional but was containing value: A | nothing | A",
              "Expecting actual: A to contain: B but did not. | B | A",
              "Expecting actual: A not to be equal to: B | a value other than B | it",
              "Expecting actual: A to start with: B | a value that starts with B | A",
              "Expecting actual: A to end with: B | a value that ends with B | A",
              "Found duplicate\\(s\\): A in: B | no duplicates | A twice",
              "Expecting actual: A to match pattern: B | a text of the form B | A",
              "Expecting actual: A to be in: B | one of B | A",
              "Expecting actual: A to be between: B | a value between B | A",
              "Expecting actual: A to be greater than: B | more than B | A",
              "Expecting actual: A to be strictly after: B | a time after B | A",
              "Expecting actual: A to contain key: B | key B | A",
              "Expected size: A but was: 0 in: .* | size A | size 0",
              "Expected size: A but was: B in: C | size A | size B: C",
              "Expecting size of: A to be less than or equal to B but was C"
                  + " | a size of at most B | size C: A",
              "Expecting A not to contain B but found C | none of B | C",
              "Expecting \\w*: A to be subset of B but found these extra elements: C | only B | C",
              "Expecting map: A to contain entries: B but could not find the following map entries: C"
                  + " | C | only A",
              "Expecting map: A to contain entries: B but the following map entries had different"
                  + " values: C | B | A",
              SUBSEQUENCE
                  + "failed to find the element at subsequence index \\d+ in actual: subsequence"
                  + " element not found in actual: D actual: A subsequence: B"
                  + " | B in this order | A",
              SUBSEQUENCE
                  + "actual does not have enough elements to contain it, actual size is \\d+ when"
                  + " subsequence size is \\d+ actual: A subsequence: B | B in this order | A",
              "Expecting all elements of: A to match 'B' predicate but th\\w+ elements? did not: C"
                  + " | only B | C",
              EACH + "but there were differences at these indexes: .* | B in this order | A",
              EACH
                  + "(?:but some )?(?:elements?|keys)(?:\\(s\\)| were)? not found: C and"
                  + " (?:others|elements?|keys)(?:\\(s\\)| were)? not expected: D | C | D",
              EACH + "but could not find the following elements?(?:\\(s\\))?: C | C | only A",
              EACH
                  + "but (?:some elements were not expected|the following elements?(?:\\(s\\))?"
                  + " were unexpected): C | only B | C",
              "Expecting actual: A to contain: B | a value that contains B | A")
          .map(Form::of)
          .toList();

  private BrokenAssertion() {}

  /** A message of AssertJ, and what it becomes. */
  private record Form(Pattern pattern, String expected, String found) {

    static Form of(String line) {
      String[] parts = line.split(" [|] ", 3);
      return new Form(Pattern.compile(pattern(parts[0]), Pattern.DOTALL), parts[1], parts[2]);
    }

    /**
     * Each value ends where the words behind it begin for the first time, for good: a cloud may
     * answer with a text in which these words come very often.
     */
    private static String pattern(String message) {
      List<MatchResult> values = VALUE.matcher(message).results().toList();
      StringBuilder pattern = new StringBuilder();
      int end = message.length();
      for (int i = values.size() - 1; i >= 0; i--) {
        MatchResult value = values.get(i);
        String form = end == message.length() ? "(?<%s>.*)%s" : "(?>(?<%s>.*?)%s)";
        pattern.insert(0, form.formatted(value.group(), message.substring(value.end(), end)));
        end = value.start();
      }
      return message.substring(0, end) + pattern;
    }

    Optional<String> said(String message, int longest) {
      Matcher matcher = pattern.matcher(message);
      return matcher.matches()
          ? Optional.of(
              "expected %s but found %s"
                  .formatted(filled(expected, matcher, longest), filled(found, matcher, longest)))
          : Optional.empty();
    }

    private static String filled(String words, Matcher matcher, int longest) {
      return VALUE
          .matcher(words)
          .replaceAll(it -> Matcher.quoteReplacement(shown(matcher, it, longest)))
          .replaceFirst("^only nothing", "nothing");
    }

    private static String shown(Matcher matcher, MatchResult letter, int longest) {
      String value = matcher.group(letter.group()).strip();
      if (EMPTY.matcher(value).matches()) {
        return "nothing";
      }
      return value.length() <= longest ? value : value.substring(0, longest) + "…";
    }
  }

  /**
   * The message in the form of all reasons.
   *
   * @param message on one line, without secrets, as values may be cut
   * @param longest length of a value
   * @return empty if it is not of a form that is known
   */
  public static Optional<String> said(String message, int longest) {
    Matcher begin = BEGIN.matcher(message);
    if (!begin.find()) {
      return Optional.empty();
    }
    String about = about(message.substring(0, begin.start()).stripLeading());
    String said = message.substring(begin.start()).strip();
    return about.isEmpty() || about.endsWith(": ")
        ? FORMS.stream()
            .flatMap(it -> it.said(said, longest).stream())
            .findFirst()
            .map(about::concat)
        : Optional.empty();
  }

  /** AssertJ has a description in brackets; before it may stand the fixture that was made. */
  private static String about(String before) {
    int open = before.indexOf('[');
    return open >= 0 && before.endsWith("] ")
        ? before.substring(0, open) + before.substring(open + 1, before.length() - 2) + ": "
        : before;
  }
}
