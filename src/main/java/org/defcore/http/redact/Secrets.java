package org.defcore.http.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Values that must appear nowhere: passwords, tokens, keys. Everything that is recorded, logged or
 * put into a message goes through {@link #redact}. Safe for use by many threads.
 */
public final class Secrets {

  /** The replacement for a secret. */
  public static final String MASK = "[redacted]";

  private static final int SIEVE_BITS = 1 << 16;

  private final Set<String> known = ConcurrentHashMap.newKeySet();

  // A run knows hundreds of values and redacts megabytes, so the text is read once: the first four
  // characters of a encoding lead to it, and a bit per hash tells most places from the few that
  // count.
  private final Map<Integer, List<SecretEncodings.Encoding>> encodings = new ConcurrentHashMap<>();
  private final AtomicIntegerArray sieve = new AtomicIntegerArray(SIEVE_BITS / Integer.SIZE);

  /**
   * Remembers a value, and its encodings in URLs, JSON, HTML and base64. Values shorter than 4
   * characters are not remembered.
   */
  public void add(String secret) {
    if (secret.length() < SecretEncodings.SHORTEST || !known.add(secret)) {
      return;
    }
    for (SecretEncodings.Encoding encoding : SecretEncodings.of(secret)) {
      int hash = hash(encoding.text(), 0);
      encodings.computeIfAbsent(hash, it -> new CopyOnWriteArrayList<>()).add(encoding);
      int bit = bit(hash);
      sieve.accumulateAndGet(bit / Integer.SIZE, 1 << bit, (a, b) -> a | b);
    }
  }

  /** The text with every remembered value masked. */
  public String redact(String text) {
    List<TextRange> found = new ArrayList<>();
    for (int i = 0; i + SecretEncodings.SHORTEST <= text.length(); i++) {
      int hash = hash(text, i);
      int bit = bit(hash);
      if ((sieve.get(bit / Integer.SIZE) & 1 << bit) != 0) {
        find(text, i, encodings.getOrDefault(hash, List.of()), found);
      }
    }
    return TextRange.cover(text, found);
  }

  private static void find(
      String text, int at, List<SecretEncodings.Encoding> candidates, List<TextRange> found) {
    for (SecretEncodings.Encoding encoding : candidates) {
      if (text.startsWith(encoding.text(), at)) {
        int end = at + encoding.text().length();
        found.add(
            encoding.packed()
                ? new TextRange(startOfBase64(text, at), endOfBase64(text, end), MASK)
                : new TextRange(at, end, MASK));
      }
    }
  }

  private static int startOfBase64(String text, int from) {
    int start = from;
    while (start > 0 && isBase64(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int endOfBase64(String text, int from) {
    int end = from;
    while (end < text.length() && isBase64(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isBase64(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || "+/=-_".indexOf(c) >= 0);
  }

  private static int hash(String text, int at) {
    int hash = text.charAt(at);
    for (int i = 1; i < SecretEncodings.SHORTEST; i++) {
      hash = 31 * hash + text.charAt(at + i);
    }
    return hash;
  }

  private static int bit(int hash) {
    return (hash * 0x9E3779B9) >>> 16;
  }
}
