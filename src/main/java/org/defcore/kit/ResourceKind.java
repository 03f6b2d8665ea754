package org.defcore.kit;

/** What a test can create in a cloud, and so what the ledger can name and clean-up can remove. */
public enum ResourceKind {
  IMAGE,
  KEY_PAIR
}
