package org.defcore.http.redact;

import java.util.Comparator;
import java.util.List;

/** A range of a text, {@code to} excluded, and the mask that replaces it. */
record TextRange(int from, int to, String mask) {

  /** The text with every range masked; overlapping ranges get one mask. */
  static String cover(String text, List<TextRange> spans) {
    if (spans.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    for (TextRange span :
        spans.stream().sorted(Comparator.comparingInt(TextRange::from)).toList()) {
      if (span.from >= done) {
        out.append(text, done, span.from).append(span.mask);
      }
      done = Math.max(done, span.to);
    }
    return out.append(text, done, text.length()).toString();
  }
}
