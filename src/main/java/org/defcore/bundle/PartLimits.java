package org.defcore.bundle;

import java.util.Optional;

/** Limits of the parts that are read as a whole, so that a stranger's bundle fits in memory. */
final class PartLimits {

  private static final long MEBIBYTE = 1 << 20;
  private static final long READ_AT_ONCE = 64 * MEBIBYTE;
  private static final int MOST_SIGNATURES = 100;

  private PartLimits() {}

  /** The problem of a part that is too large; empty if it is not. */
  static Optional<String> problem(String part, long size) {
    return size <= most(part) ? Optional.empty() : Optional.of(tooLarge(part, most(part)));
  }

  /** The same for a part that is to be read as a whole, whatever it is. */
  static Optional<String> problemAtOnce(String part, long size) {
    long most = Math.min(most(part), READ_AT_ONCE);
    return size <= most ? Optional.empty() : Optional.of(tooLarge(part, most));
  }

  static Optional<String> problemOfSignatures(long number) {
    return number <= MOST_SIGNATURES
        ? Optional.empty()
        : Optional.of(
            "%s.*.sig: expected at most %d signatures but found %d"
                .formatted(Sums.FILE, MOST_SIGNATURES, number));
  }

  private static String tooLarge(String part, long most) {
    String words = most < MEBIBYTE ? (most >> 10) + " KiB" : (most >> 20) + " MiB";
    return "%s: expected at most %s but found more".formatted(part, words);
  }

  private static long most(String part) {
    if (TopParts.isSignature(part)) {
      return 16 << 10;
    }
    if (part.equals(TopParts.ATTESTATION) || part.equals(BundleFacts.FILE)) {
      return 4 * MEBIBYTE;
    }
    if (part.endsWith(Sums.FILE)) {
      return 8 * MEBIBYTE;
    }
    if (part.endsWith(".yaml")) {
      return MEBIBYTE;
    }
    boolean isStreamed =
        part.startsWith("reviewer/run/evidence/") || part.startsWith(Tier.PRIVATE.word() + "/");
    return isStreamed ? PlainZip.LARGEST : 16 * MEBIBYTE;
  }
}
