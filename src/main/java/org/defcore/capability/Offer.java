package org.defcore.capability;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a cloud declares of its compute, as far as it decides which tests can be asked of it.
 *
 * @param kind absent where nothing is declared, or a kind that has no word here
 * @param notOffered operations that the cloud says it does not have
 */
public record Offer(Optional<Kind> kind, Set<Operation> notOffered) {

  /** Declares nothing, so that every test can be asked. */
  public static final Offer EVERYTHING = new Offer(Optional.empty(), Set.of());

  public Offer {
    notOffered = Set.copyOf(notOffered);
  }

  /** Whether a test cannot be asked, and why; empty if it can. */
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
              "the test rests on what is not offered, as the declaration says: "
                  + String.join(", ", missing)));
    }
    return kind.filter(it -> !applicability.kinds().isEmpty())
        .filter(it -> !applicability.kinds().contains(it))
        .map(
            it ->
                new Mismatch(
                    "other-kind",
                    "the test rests on the kind %s, and servers are of the kind %s, as the declaration says"
                        .formatted(words(applicability), it.word())));
  }

  private static String words(Applicability applicability) {
    return applicability.kinds().stream().map(Kind::word).collect(Collectors.joining(" or "));
  }

  /**
   * A statement of the declaration that rules a test out.
   *
   * @param code one hyphenated word
   * @param reason half a sentence: what is declared, and what the test takes for granted
   */
  public record Mismatch(String code, String reason) {}
}
