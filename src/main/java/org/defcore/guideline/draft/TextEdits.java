package org.defcore.guideline.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.defcore.guideline.draft.JsonText.Span;

/** Changes of a text at known positions; all other text stays as it is. */
final class TextEdits {

  private record Edit(Span span, String replacement) {}

  private final String text;
  private final List<Edit> edits = new ArrayList<>();

  TextEdits(String text) {
    this.text = text;
  }

  void replace(Span span, String replacement) {
    if (!text(span).equals(replacement)) {
      edits.add(new Edit(span, replacement));
    }
  }

  void insert(int at, String addition) {
    replace(new Span(at, at), addition);
  }

  String text(Span span) {
    return text.substring(span.from(), span.to());
  }

  /**
   * Takes parts out of a list or an object, each with its comma.
   *
   * @param inside of the brackets
   * @param parts all that stand there, in order
   * @param gone whether the part of that index is to be taken out
   */
  void remove(Span inside, List<Span> parts, IntPredicate gone) {
    int lastKept = -1;
    for (int i = 0; i < parts.size(); i++) {
      lastKept = gone.test(i) ? lastKept : i;
    }
    if (lastKept < 0) {
      replace(inside, "");
      return;
    }
    for (int i = 0; i < lastKept; i++) {
      if (gone.test(i)) {
        replace(new Span(parts.get(i).from(), parts.get(i + 1).from()), "");
      }
    }
    int end = parts.get(parts.size() - 1).to();
    replace(new Span(parts.get(lastKept).to(), end), "");
  }

  /** The text with every change in it. */
  String result() {
    StringBuilder result = new StringBuilder();
    int from = 0;
    List<Edit> inOrder =
        edits.stream().sorted(Comparator.comparingInt(it -> it.span().from())).toList();
    for (Edit edit : inOrder) {
      if (edit.span().from() < from) {
        throw new IllegalStateException("two changes of one place, at " + edit.span());
      }
      result.append(text, from, edit.span().from()).append(edit.replacement());
      from = edit.span().to();
    }
    return result.append(text, from, text.length()).toString();
  }
}
