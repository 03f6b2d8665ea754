package org.defcore.foreign;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Texts that a source attaches to one test. What is too long loses whole lines at its end, so that
 * no half of a secret stays; what is no text is named and not kept.
 */
final class Attachments {

  private static final int LONGEST = 256 * 1024;
  private static final int MOST_LEFT_OUT = 10;
  private static final int MOST_LINES = 100;
  private static final int LONGEST_REASON = 4_000;
  static final String REASON = "reason";
  private static final String TRACEBACK = "traceback";

  private final TextBudget budget;
  private final Map<String, ByteArrayOutputStream> texts = new LinkedHashMap<>();
  private final TreeSet<String> shortened = new TreeSet<>();
  private final TreeSet<String> others = new TreeSet<>();
  private int size;

  Attachments(TextBudget budget) {
    this.budget = budget;
  }

  /** Adds a part of a file, and returns whether it is kept. */
  boolean add(String file, String mime, byte[] part) {
    boolean text = mime.isEmpty() || mime.startsWith("text/") || mime.contains("json");
    boolean room =
        text
            && size + part.length <= LONGEST
            && !shortened.contains(file)
            && budget.take(part.length + file.length());
    if (room) {
      size += part.length;
      texts.computeIfAbsent(file, it -> new ByteArrayOutputStream()).writeBytes(part);
    } else if (shortened.size() + others.size() < MOST_LEFT_OUT) {
      (text ? shortened : others).add(file);
    }
    return room;
  }

  boolean add(String file, String text) {
    return add(file, "", text.getBytes(StandardCharsets.UTF_8));
  }

  /** The reason that the source gives: that of a skip, else the end of the traceback. */
  String reason() {
    if (texts.containsKey(REASON)) {
      return bounded(text(REASON).strip());
    }
    return texts.keySet().stream()
        .filter(it -> it.startsWith(TRACEBACK))
        .findFirst()
        .map(it -> exception(text(it)))
        .orElse("");
  }

  /** The end of a traceback of Python: the exception and its message, behind the frames. */
  static String exception(String traceback) {
    List<String> lines = traceback.strip().lines().toList();
    int frames = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(" ")) {
        frames = i + 1;
      }
    }
    return bounded(
        lines.stream()
            .skip(frames == lines.size() ? Math.max(0, frames - 1) : frames)
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .limit(MOST_LINES)
            .collect(Collectors.joining(" ")));
  }

  /** The beginning of a text that is longer than any message; no word of it is cut. */
  static String bounded(String text) {
    return text.length() <= LONGEST_REASON
        ? text
        : text.substring(0, LONGEST_REASON).replaceFirst("\\S*$", "…");
  }

  /** All texts, each below its name. */
  String text() {
    StringBuilder all = new StringBuilder();
    texts.keySet().stream()
        .filter(it -> !it.equals(REASON))
        .forEach(it -> all.append("== ").append(it).append('\n').append(text(it)).append("\n\n"));
    shortened.forEach(
        it -> all.append("== ").append(it).append(": the rest is in the source only\n"));
    others.forEach(it -> all.append("== ").append(it).append(": no text, in the source only\n"));
    return all.toString();
  }

  private String text(String file) {
    ByteArrayOutputStream bytes = texts.getOrDefault(file, new ByteArrayOutputStream());
    String text = bytes.toString(StandardCharsets.UTF_8);
    return shortened.contains(file) ? text.substring(0, text.lastIndexOf('\n') + 1) : text;
  }
}
