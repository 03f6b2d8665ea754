package org.defcore.guideline.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.defcore.guideline.Pointers;

/**
 * A place where two JSON documents differ.
 *
 * @param from the value as JSON, empty where there was none; of a list, the items that it lost
 * @param to the value as JSON, empty where there is none any more; of a list, the items that it
 *     gained
 */
public record JsonChange(String pointer, String from, String to) {

  private static final String REORDERED = "in another order";

  /**
   * The smallest such places, by pointer. The order of keys does not matter. The order of items
   * does, and is reported if a list has no other change.
   */
  static List<JsonChange> between(JsonNode from, JsonNode to) {
    List<JsonChange> changes = new ArrayList<>();
    compare("", from, to, changes);
    return changes;
  }

  private static void compare(String at, JsonNode from, JsonNode to, List<JsonChange> changes) {
    if (from.equals(to)) {
      return;
    }
    if (from.isObject() && to.isObject()) {
      TreeSet<String> keys = new TreeSet<>();
      from.fieldNames().forEachRemaining(keys::add);
      to.fieldNames().forEachRemaining(keys::add);
      keys.forEach(it -> compare(Pointers.to(at, it), from.path(it), to.path(it), changes));
    } else if (from.isArray() && to.isArray()) {
      String lost = without(from, to);
      String gained = without(to, from);
      changes.add(
          lost.isEmpty() && gained.isEmpty()
              ? new JsonChange(at, REORDERED, REORDERED)
              : new JsonChange(at, lost, gained));
    } else {
      changes.add(new JsonChange(at, from.toString(), to.toString()));
    }
  }

  private static String without(JsonNode items, JsonNode others) {
    List<String> left = new ArrayList<>(texts(items).toList());
    texts(others).forEach(left::remove);
    return String.join(", ", left);
  }

  private static Stream<String> texts(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false).map(JsonNode::toString);
  }
}
