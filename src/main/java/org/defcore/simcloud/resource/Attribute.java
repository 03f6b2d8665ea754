package org.defcore.simcloud.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One attribute of the resources of a type.
 *
 * @param form of what is sent; empty if the cloud sets it
 * @param usual the value that it has if none is sent; a missing node if the rules of the resource
 *     find one
 * @param refersTo the list of resources whose ids it holds, one or several; empty if it holds none
 */
record Attribute(
    String name, Optional<Form> form, Set<Trait> traits, JsonNode usual, String refersTo) {

  enum Trait {
    REQUIRED,
    /** Cannot be sent in a change. */
    FIXED,
    /** Cannot be changed, but sent again. */
    KEPT,
    /** Cannot be sent when the resource is made. */
    LATER,
    /** Only administrators choose another value than the usual one. */
    ADMIN,
    /** Never shown. */
    HIDDEN
  }

  Attribute {
    traits = Set.copyOf(traits);
  }

  static Attribute read(String name, JsonNode described, Forms forms) {
    return new Attribute(
        name,
        described.optional("form").map(forms::read),
        described
            .path("is")
            .valueStream()
            .map(it -> Trait.valueOf(it.asText().toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet()),
        described.path("usual"),
        described.path("refers-to").asText());
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** Returns whether a request can hold it, but for those with the trait. */
  boolean canBeSent(Trait except) {
    return form.isPresent() && !is(except);
  }
}
