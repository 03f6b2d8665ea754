package org.defcore.http;

/**
 * Values that must appear nowhere: passwords, tokens, keys. Everything that is recorded, logged or
 * put into a message goes through {@link #redact}. Safe for use by many threads.
 */
public final class Secrets {

  /** What stands where a secret stood. */
  public static final String MASK = "[redacted]";

  /** Remembers a value, as it is and as a URL would carry it; shorter than 4 is not remembered. */
  public void add(String secret) {
    throw new UnsupportedOperationException();
  }

  /** The text with every remembered value masked. */
  public String redact(String text) {
    throw new UnsupportedOperationException();
  }
}
