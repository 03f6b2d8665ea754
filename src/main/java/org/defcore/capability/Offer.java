package org.defcore.capability;

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

  /** Why a test cannot be asked, half a sentence; empty if it can. */
  public Optional<String> whyNot(Applicability applicability) {
    String missing =
        applicability.operations().stream()
            .filter(notOffered::contains)
            .map(Operation::word)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      return Optional.of("the declaration says that " + missing + " is not offered");
    }
    return kind.filter(it -> !applicability.kinds().isEmpty())
        .filter(it -> !applicability.kinds().contains(it))
        .map(it -> "the declaration says that servers are of the kind " + it.word());
  }
}
