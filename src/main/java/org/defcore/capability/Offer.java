package org.defcore.capability;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part of a declaration that decides which tests are applicable and can be run.
 *
 * @param kind absent if none is declared, or one that has no name here
 * @param notOffered operations that the cloud declares as missing
 * @param facts by name, what is declared and cannot be seen, for the tests that need it
 */
public record Offer(Optional<Kind> kind, Set<Operation> notOffered, Map<String, String> facts) {

  /** No declaration, so that every test is applicable. */
  public static final Offer EVERYTHING = new Offer(Optional.empty(), Set.of());

  public Offer {
    notOffered = Set.copyOf(notOffered);
    facts = Map.copyOf(facts);
  }

  /** An offer without facts. */
  public Offer(Optional<Kind> kind, Set<Operation> notOffered) {
    this(kind, notOffered, Map.of());
  }

  /** The reason for which a test is not applicable; empty if it is. */
  public Optional<Mismatch> mismatch(Applicability applicability) {
    List<String> missing =
        applicability.operations().stream()
            .filter(notOffered::contains)
            .map(Operation::word)
            .toList();
    if (!missing.isEmpty()) {
      return Optional.of(
          new Mismatch(
              "not-offered",
              "the test depends on operations that are declared as not offered: "
                  + String.join(", ", missing)));
    }
    return kind.filter(it -> !applicability.kinds().isEmpty())
        .filter(it -> !applicability.kinds().contains(it))
        .map(
            it ->
                new Mismatch(
                    "other-kind",
                    "the test depends on the kind %s, and the declared kind is %s"
                        .formatted(words(applicability), it.word())));
  }

  private static String words(Applicability applicability) {
    return applicability.kinds().stream().map(Kind::word).collect(Collectors.joining(" or "));
  }

  /**
   * A statement of the declaration that rules a test out.
   *
   * @param code one hyphenated word
   * @param reason half a sentence: the declaration and the assumption of the test
   */
  public record Mismatch(String code, String reason) {}
}
