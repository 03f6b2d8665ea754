package org.defcore.capability;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The basis of a test, weakest assumption first. */
public enum Basis {
  /** Calls and answers alone: any implementation of the API can meet it. */
  API_CONTRACT,
  /** Calls and answers, and a compute instance that goes through its life cycle. */
  INSTANCE_LIFECYCLE,
  /** A login into a running guest. */
  GUEST_ACCESS,
  /** One way of building the service: a hypervisor, a back end, a middleware, a wording. */
  IMPLEMENTATION;

  /** The word as the catalogue and reports write it: {@code api-contract}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Basis> parse(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }

  /** Every word, for messages. */
  static String words() {
    return Arrays.stream(values()).map(Basis::word).collect(Collectors.joining(", "));
  }

  /**
   * Returns whether a test of this basis asks for more than the API, so that a corrected test makes
   * sense.
   */
  public boolean isBeyondTheApi() {
    return this == GUEST_ACCESS || this == IMPLEMENTATION;
  }
}
