package org.defcore.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The column of a verdict that carries the mark. */
public enum Mark {
  /** All required tests, on any basis. */
  FULL,
  /** The tests whose basis is the API or the life cycle of an instance. */
  API_CONTRACT;

  /** The word as files write it: {@code api-contract}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Mark> parse(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }

  /** Every word, for messages. */
  static String words() {
    return Arrays.stream(values()).map(Mark::word).collect(Collectors.joining(", "));
  }
}
