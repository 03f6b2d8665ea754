package org.defcore.guideline.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.defcore.guideline.Pointers;

/** Finds keys that occur twice in an object. */
final class DuplicateKeys implements JsonWalk.Visitor {

  /** The second occurrence of a key. */
  record Duplicate(String pointer, int line, int firstLine) {}

  /** A value whose end was not reached yet. */
  private record Open(String key, Map<String, Integer> lines) {}

  private final Deque<Open> path = new ArrayDeque<>();
  private final List<Duplicate> found = new ArrayList<>();

  static List<Duplicate> in(JsonWalk walk) {
    DuplicateKeys keys = new DuplicateKeys();
    walk.walk(keys);
    return List.copyOf(keys.found);
  }

  @Override
  public void begin(String key, int line) {
    Open parent = path.peek();
    path.push(new Open(key, new HashMap<>()));
    if (parent != null) {
      Integer first = parent.lines().putIfAbsent(key, line);
      if (first != null) {
        found.add(new Duplicate(pointer(), line, first));
      }
    }
  }

  @Override
  public void end() {
    path.pop();
  }

  private String pointer() {
    String pointer = "";
    for (Iterator<Open> open = path.descendingIterator(); open.hasNext(); ) {
      String key = open.next().key();
      // The outermost value has no key.
      pointer = key.isEmpty() && pointer.isEmpty() ? "" : Pointers.to(pointer, key);
    }
    return pointer;
  }
}
