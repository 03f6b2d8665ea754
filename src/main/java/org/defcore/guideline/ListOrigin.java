package org.defcore.guideline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The list of tests that a guideline was made of.
 *
 * @param list name of its file
 * @param names of tests in it, aliases too
 * @param tests that it names, each once
 * @param placedHere capabilities, with the number of their tests that no guideline before has
 * @param notPlaced lines that are not in the guideline, with why
 * @param reconstructs the published guideline of which the list is all that is left; empty if the
 *     list is the guideline
 * @param unknown facts of that guideline that the list does not tell
 */
public record ListOrigin(
    String list,
    int names,
    int tests,
    Map<String, Integer> placedHere,
    List<String> notPlaced,
    Optional<String> reconstructs,
    List<String> unknown) {

  public ListOrigin {
    placedHere = Collections.unmodifiableMap(new LinkedHashMap<>(placedHere));
    notPlaced = List.copyOf(notPlaced);
    unknown = List.copyOf(unknown);
  }

  /** The origin for readers of the guideline, a sentence each fact. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    reconstructs.ifPresent(
        it -> sentences.add("This file is a reconstruction, not the published file: " + it + "."));
    sentences.add(
        "It was made from the list %s, which has %s under %d names."
            .formatted(list, tests(tests), names));
    int here = placedHere.values().stream().mapToInt(Integer::intValue).sum();
    if (here > 0) {
      sentences.add(
          "%s in no earlier guideline; the capabilities were chosen for this one: %s."
              .formatted(
                  tests(here) + (here == 1 ? " is" : " are"),
                  String.join(", ", placedHere.keySet())));
    }
    if (!unknown.isEmpty()) {
      sentences.add("Unknown: " + String.join("; ", unknown) + ".");
    }
    if (!notPlaced.isEmpty()) {
      sentences.add(
          "Lines of the list that were left out: %d: %s."
              .formatted(notPlaced.size(), String.join("; ", notPlaced)));
    }
    return sentences;
  }

  private static String tests(int number) {
    return number + (number == 1 ? " test" : " tests");
  }
}
