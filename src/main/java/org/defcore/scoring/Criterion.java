package org.defcore.scoring;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The twelve criteria that a worksheet scores, in its order; a guideline gives their weights. */
public enum Criterion {
  DEPLOYED,
  TOOLS,
  CLIENTS,
  FUTURE,
  COMPLETE,
  STABLE,
  DISCOVER,
  DOC,
  STICKY,
  FOUNDATION,
  ATOMIC,
  PROXIMITY;

  /** The key as guidelines and worksheets write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Criterion> parse(String key) {
    return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
  }

  /** Every key, for messages. */
  public static String keys() {
    return Arrays.stream(values()).map(Criterion::key).collect(Collectors.joining(", "));
  }
}
