package org.defcore.http.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Values that must appear nowhere: passwords, tokens, keys. Everything that is recorded, logged or
 * put into a message goes through {@link #redact}. Safe for use by many threads.
 */
public final class Secrets {

  /** The replacement for a secret. */
  public static final String MASK = "[redacted]";

  private static final int SIEVE_BITS = 1 << 16;

  // A cloud that makes up secrets without end fills this and no more.
  private static final int LONGEST_LEARNT = 64 * 1024;
  private static final int MOST_LEARNT = 4 * 1024 * 1024;
  private static final int COST = 200;
  private static final int MOST_ALIKE = 1000;

  private final Set<String> known = ConcurrentHashMap.newKeySet();

  // A run knows hundreds of values and redacts megabytes, so the text is read once: the first four
  // characters of a encoding lead to it, and a bit per hash tells most places from the few that
  // count.
  private final Map<Integer, List<SecretEncodings.Encoding>> encodings = new ConcurrentHashMap<>();
  private final AtomicIntegerArray sieve = new AtomicIntegerArray(SIEVE_BITS / Integer.SIZE);
  private final AtomicInteger learnt = new AtomicInteger();

  /**
   * Remembers a value, and its encodings in URLs, JSON, HTML and base64. Values shorter than 4
   * characters are not remembered.
   */
  public void add(String secret) {
    remember(secret, Integer.MAX_VALUE);
  }

  /**
   * Remembers a value that was found in what a cloud was sent or sent itself, as long as there is
   * room for it.
   */
  void learn(String secret) {
    boolean isRoom = learnt.get() < MOST_LEARNT && secret.length() <= LONGEST_LEARNT;
    if (isRoom && !known.contains(secret)) {
      learnt.addAndGet(secret.length() + COST);
      remember(secret, MOST_ALIKE);
    }
  }

  private void remember(String secret, int mostAlike) {
    if (secret.length() < SecretEncodings.SHORTEST || !known.add(secret)) {
      return;
    }
    for (SecretEncodings.Encoding encoding : SecretEncodings.of(secret)) {
      int hash = hash(encoding.text(), 0);
      List<SecretEncodings.Encoding> alike =
          encodings.computeIfAbsent(hash, it -> new CopyOnWriteArrayList<>());
      if (alike.size() >= mostAlike) {
        continue;
      }
      alike.add(encoding);
      int bit = bit(hash);
      sieve.accumulateAndGet(bit / Integer.SIZE, 1 << bit, (a, b) -> a | b);
    }
  }

  /** The text with every remembered value masked. */
  public String redact(String text) {
    Findings findings = new Findings();
    for (int i = 0; i + SecretEncodings.SHORTEST <= text.length(); i++) {
      int hash = hash(text, i);
      int bit = bit(hash);
      if ((sieve.get(bit / Integer.SIZE) & 1 << bit) != 0) {
        find(text, i, findings);
      }
    }
    return TextRange.cover(text, findings.ranges);
  }

  private void find(String text, int at, Findings findings) {
    for (SecretEncodings.Encoding encoding : encodings.getOrDefault(hash(text, at), List.of())) {
      int end = at + encoding.text().length();
      if (end > (encoding.packed() ? findings.packedTo : 0)
          && text.startsWith(encoding.text(), at)) {
        if (encoding.packed()) {
          findings.packedTo = endOfBase64(text, end);
          findings.add(startOfBase64(text, at), findings.packedTo);
        } else {
          findings.add(at, end);
        }
      }
    }
  }

  /** The ranges to mask so far, and the end of the last piece of base64 among them. */
  private static final class Findings {

    private final List<TextRange> ranges = new ArrayList<>();
    private int packedTo;

    void add(int from, int to) {
      ranges.add(new TextRange(from, to, MASK));
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
