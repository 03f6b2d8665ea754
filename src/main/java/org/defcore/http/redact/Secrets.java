package org.defcore.http.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Values that must appear nowhere: passwords, tokens, keys. Everything that is recorded, logged or
 * put into a message goes through {@link #redact}. Safe for use by many threads.
 */
public final class Secrets {

  /** The replacement for a secret. */
  public static final String MASK = "[redacted]";

  /** Stands for the token of an answer that is not the one of the request. */
  public static final String OTHER = "[redacted, another than asked about]";

  private static final int SIEVE_BITS = 1 << 16;

  // A cloud that makes up secrets without end fills this and no more.
  private static final int LONGEST_LEARNT = 64 * 1024;
  private static final int MOST_LEARNT = 4 * 1024 * 1024;
  private static final int COST = 200;
  private static final int MOST_ALIKE = 1000;

  /** Encodings with the same beginning, by their length. */
  private static final class Alike {

    private final Map<Integer, Set<SecretEncodings.Encoding>> byLength = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();

    boolean add(SecretEncodings.Encoding encoding, int most) {
      if (size.get() >= most) {
        return false;
      }
      size.incrementAndGet();
      return byLength
          .computeIfAbsent(encoding.text().length(), it -> ConcurrentHashMap.newKeySet())
          .add(encoding);
    }

    /** Those that stand there. */
    List<SecretEncodings.Encoding> at(String text, int from) {
      List<SecretEncodings.Encoding> standing = new ArrayList<>();
      byLength.forEach(
          (length, alike) -> {
            if (from + length <= text.length()) {
              String part = text.substring(from, from + length);
              Stream.of(false, true)
                  .map(it -> new SecretEncodings.Encoding(part, it))
                  .filter(alike::contains)
                  .forEach(standing::add);
            }
          });
      return standing;
    }
  }

  private final Set<String> known = ConcurrentHashMap.newKeySet();

  // A run knows hundreds of values and redacts megabytes, so the text is read once: the first four
  // characters of an encoding lead to it, and a bit per hash tells most places from the few that
  // count.
  private final Map<Integer, Alike> encodings = new ConcurrentHashMap<>();
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
      if (encodings.computeIfAbsent(hash, it -> new Alike()).add(encoding, mostAlike)) {
        int bit = bit(hash);
        sieve.accumulateAndGet(bit / Integer.SIZE, 1 << bit, (a, b) -> a | b);
      }
    }
  }

  /**
   * The text with every word masked that holds a remembered value: half a word gives the value away
   * to anyone who finds the word elsewhere.
   */
  public String redact(String text) {
    List<TextRange> found = new ArrayList<>();
    for (int i = 0; i + SecretEncodings.SHORTEST <= text.length(); i++) {
      int hash = hash(text, i);
      int bit = bit(hash);
      int at = i;
      if ((sieve.get(bit / Integer.SIZE) & 1 << bit) != 0) {
        List<SecretEncodings.Encoding> standing =
            Optional.ofNullable(encodings.get(hash)).map(it -> it.at(text, at)).orElse(List.of());
        find(text, i, standing, found);
      }
    }
    return TextRange.cover(text, found);
  }

  private static void find(
      String text, int at, List<SecretEncodings.Encoding> standing, List<TextRange> found) {
    for (SecretEncodings.Encoding encoding : standing) {
      int masked = found.isEmpty() ? 0 : found.get(found.size() - 1).to();
      int end = at + encoding.text().length();
      // What is masked already is not searched again, so that long words cost no more than others.
      if (end > masked) {
        IntPredicate part =
            encoding.packed() ? it -> isBase64(text.charAt(it)) : it -> isWord(text, it);
        found.add(new TextRange(start(text, at, masked, part), end(text, end, part), MASK));
      }
    }
  }

  private static int start(String text, int from, int lowest, IntPredicate part) {
    int start = from;
    while (start > lowest && part.test(start - 1)) {
      start--;
    }
    // The letter behind a backslash belongs to that, as in \n and \u00e4.
    if (start < from && start > 0 && text.charAt(start - 1) == '\\') {
      start = Math.min(from, start + (text.charAt(start) == 'u' ? 5 : 1));
    }
    return start;
  }

  private static int end(String text, int from, IntPredicate part) {
    int end = from;
    while (end < text.length() && part.test(end)) {
      end++;
    }
    return end;
  }

  private static boolean isBase64(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || "+/=-_".indexOf(c) >= 0);
  }

  /** A full stop is part of a word only inside it. */
  private static boolean isWord(String text, int at) {
    char c = text.charAt(at);
    return Character.isLetterOrDigit(c)
        || "_-%+~".indexOf(c) >= 0
        || (c == '.' && isLetter(text, at - 1) && isLetter(text, at + 1));
  }

  private static boolean isLetter(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
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
