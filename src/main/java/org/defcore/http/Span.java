package org.defcore.http;

import java.util.Comparator;
import java.util.List;

/** A stretch of a text, {@code to} excluded, that a mask has to cover. */
record Span(int from, int to, String mask) {

  /** The text with every span covered; spans that overlap get one mask. */
  static String cover(String text, List<Span> spans) {
    if (spans.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    for (Span span : spans.stream().sorted(Comparator.comparingInt(Span::from)).toList()) {
      if (span.from >= done) {
        out.append(text, done, span.from).append(span.mask);
      }
      done = Math.max(done, span.to);
    }
    return out.append(text, done, text.length()).toString();
  }
}
