package replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fresh cloud's ids for the recorded ones. */
final class Ids {

  /** UUIDs with and without dashes, and reservations of servers. */
  static final Pattern ID =
      Pattern.compile(
          "\\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}|r-[0-9a-z]{8})\\b");

  private final Map<String, String> renewed = new ConcurrentHashMap<>();

  String renewed(String recorded) {
    return ID.matcher(recorded).replaceAll(it -> renewed.getOrDefault(it.group(), it.group()));
  }

  /** Walks both; what a list says of an id counts less than what was answered to its making. */
  void pair(JsonNode recorded, JsonNode fresh, boolean asked) {
    if (recorded.isTextual() && fresh.isTextual()) {
      pair(recorded.textValue(), fresh.textValue(), asked);
    } else if (recorded.isObject()) {
      recorded.properties().forEach(it -> pair(it.getValue(), fresh.path(it.getKey()), asked));
    } else if (recorded.isArray()) {
      for (int i = 0; i < recorded.size(); i++) {
        pair(recorded.get(i), sameName(recorded.get(i), fresh, fresh.path(i)), asked);
      }
    }
  }

  void pair(String recorded, String fresh, boolean asked) {
    Matcher from = ID.matcher(recorded);
    Matcher to = ID.matcher(fresh);
    while (from.find() && to.find()) {
      if (asked) {
        renewed.putIfAbsent(from.group(), to.group());
      } else {
        renewed.put(from.group(), to.group());
      }
    }
  }

  /** Lists may come in another order, but names were sent as recorded. */
  private static JsonNode sameName(JsonNode element, JsonNode list, JsonNode otherwise) {
    String name = element.path("name").asText();
    for (JsonNode candidate : list) {
      if (!name.isEmpty() && candidate.path("name").asText().equals(name)) {
        return candidate;
      }
    }
    return otherwise;
  }
}
