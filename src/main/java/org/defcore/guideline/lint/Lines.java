package org.defcore.guideline.lint;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.defcore.guideline.Pointers;

/**
 * Lines of places in a JSON text; a missing place has the line of the object that would hold it.
 */
final class Lines implements JsonWalk.Visitor {

  /** Not a valid pointer: pointers begin with a slash, or are empty. */
  private static final String UNWANTED = "?";

  private final Set<String> wanted = new HashSet<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final Deque<String> path = new ArrayDeque<>();

  private Lines(Collection<String> pointers) {
    for (String pointer : pointers) {
      String at = pointer;
      while (wanted.add(at) && !at.isEmpty()) {
        at = at.substring(0, at.lastIndexOf('/'));
      }
    }
  }

  /**
   * Looks for these places only, since a large file has very many.
   *
   * @param pointers with a slash before each segment
   */
  static Lines of(JsonWalk walk, Collection<String> pointers) {
    Lines lines = new Lines(pointers);
    walk.walk(lines);
    return lines;
  }

  int of(String pointer) {
    String at = pointer;
    while (!lines.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return lines.getOrDefault(at, 1);
  }

  // What is below a place that nobody asked for was not asked for either, so its path is not built.
  @Override
  public void begin(String key, int line) {
    String parent = path.peek();
    String at = "";
    if (parent != null) {
      at = parent.equals(UNWANTED) ? UNWANTED : Pointers.to(parent, key);
    }
    if (wanted.contains(at)) {
      lines.put(at, line);
      path.push(at);
    } else {
      path.push(UNWANTED);
    }
  }

  @Override
  public void end() {
    path.pop();
  }
}
