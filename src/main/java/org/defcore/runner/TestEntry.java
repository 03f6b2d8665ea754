package org.defcore.runner;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.defcore.guideline.WrittenTest;

/**
 * One entry by which the user takes tests, or leaves them out.
 *
 * @param option that it was given by
 * @param line of the file that holds it; absent for one of the command line
 * @param text an id, a name, both as Tempest writes them, or a regular expression
 * @param note the comment beside it; empty if there is none
 */
public record TestEntry(String option, Optional<Line> line, String text, String note) {

  /**
   * A line of a file.
   *
   * @param file as the user wrote it
   * @param number from 1; 0 for the file as a whole
   */
  public record Line(String file, int number) {

    @Override
    public String toString() {
      return number == 0 ? file : file + ":" + number;
    }
  }

  /** An entry of the command line. */
  public static TestEntry typed(String option, String text) {
    return new TestEntry(option, Optional.empty(), text, "");
  }

  /** The regular expression, found anywhere in a name. */
  Predicate<String> pattern() {
    return Pattern.compile(text).asPredicate();
  }

  /** The reason why the text, if it has no id, is no regular expression. */
  Optional<String> problem() {
    if (WrittenTest.of(text).id().isPresent()) {
      return Optional.empty();
    }
    try {
      Pattern.compile(text);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(e.getDescription());
    }
  }

  /** The entry where it stands: {@code --test x}, {@code list.txt:3: x}. */
  @Override
  public String toString() {
    return line.map(it -> it + ": " + text).orElseGet(() -> option + " " + text);
  }
}
