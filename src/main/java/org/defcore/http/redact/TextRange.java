package org.defcore.http.redact;

import java.util.Comparator;
import java.util.List;

/** A stretch of a text, {@code to} excluded, that a mask has to cover. */
record TextRange(int from, int to, String mask) {

  /** The text with every span covered; spans that overlap get one mask. */
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
