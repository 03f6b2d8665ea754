package org.defcore.kit.resource;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a test can create in a cloud, and so what the ledger can name and clean-up can remove. */
public enum ResourceKind {
  /** Of objects, which go with it: its name is its id. */
  CONTAINER,
  IMAGE,
  KEY_PAIR,
  SECURITY_GROUP,
  SERVER,
  /** All servers of one request: its name is the id, theirs are numbered. */
  SERVER_BATCH,
  VOLUME,
  VOLUME_SNAPSHOT;

  /** {@code key-pair}, as the ledger and messages write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<ResourceKind> parse(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }
}
