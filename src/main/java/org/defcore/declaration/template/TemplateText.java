package org.defcore.declaration.template;

import java.util.Optional;
import org.defcore.result.Fact;

/** The lines of a template. */
final class TemplateText {

  private final StringBuilder text = new StringBuilder();

  void line(String line) {
    // An end of line of a cloud's own, as YAML knows them, would end a comment or a value.
    text.append(line.replaceAll("[\\p{Cc}\u2028\u2029]", " ")).append('\n');
  }

  /** A line with an observed value and the call that returned it. */
  void observed(String line, Fact told) {
    line(line + "  # observed: " + told.source());
  }

  /** A comment line, indented like the text. */
  void comment(String comment) {
    String words = comment.stripLeading();
    line(" ".repeat(comment.length() - words.length()) + "# " + words);
  }

  void gap() {
    line("");
  }

  /** A list of the words of a fact, separated by blanks, or of a placeholder. */
  void list(String key, Optional<Fact> told, String placeholder) {
    told.map(Fact::value)
        .filter(it -> it.matches("[A-Za-z0-9_. -]+"))
        .ifPresentOrElse(
            it ->
                observed(
                    key + ": [" + String.join(", ", it.split(" ", -1)) + "]", told.orElseThrow()),
            () -> {
              line(key + ":");
              line(
                  " ".repeat(key.length() - key.stripLeading().length())
                      + "  - <"
                      + placeholder
                      + ">");
            });
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
