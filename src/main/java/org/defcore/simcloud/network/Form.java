package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;

/** Form that the values of an attribute have: converts what was sent, or refuses it. */
@FunctionalInterface
interface Form {

  /** The forms that a word describes. */
  Map<String, Form> NAMED =
      Map.ofEntries(
          Map.entry("text", Form::text),
          Map.entry("flag", Form::flag),
          Map.entry("number", Form::number),
          Map.entry("number-as-text", (name, it) -> TextNode.valueOf(number(name, it).asText())),
          Map.entry("uuid", matching("UUID", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")),
          Map.entry("mac", matching("MAC address", "[0-9a-f]{2}(:[0-9a-f]{2}){5}")),
          Map.entry("address", matching("IP address", it -> Address.parse(it).isPresent())),
          Map.entry("address-or-range", matching("IP address", Form::isAddressOrRange)),
          Map.entry("range", Form::range),
          Map.entry("gateway", Form::gateway),
          Map.entry("protocol", (name, it) -> RuleParts.protocol(it.asText())),
          Map.entry("port-number", (name, it) -> RuleParts.port(it.asText())),
          Map.entry("ethertype", (name, it) -> RuleParts.ethertype(it.asText())));

  String OR_NULL = " or null";

  JsonNode read(String name, JsonNode sent);

  /** Reads a form as {@code resources.yaml} describes it. */
  static Form of(JsonNode described) {
    if (described.isArray()) {
      return described.size() == 1 ? list(of(described.path(0))) : choice(described);
    }
    if (described.isObject()) {
      return object(described);
    }
    String word = described.asText().replace(OR_NULL, "");
    Form form = Optional.ofNullable(NAMED.get(word)).orElseThrow();
    return described.asText().endsWith(OR_NULL)
        ? (name, sent) -> sent.isNull() ? sent : form.read(name, sent)
        : form;
  }

  // A null is an empty list.
  private static Form list(Form item) {
    return (name, sent) -> {
      requireForm(sent.isArray() || sent.isNull(), name, "'%s' is not a list", sent);
      return Json.array(sent.valueStream().map(it -> item.read(name, it)).toList());
    };
  }

  private static Form choice(JsonNode values) {
    List<String> known = values.valueStream().map(Form::printed).toList();
    return (name, sent) -> {
      requireForm(known.contains(printed(sent)), name, "%s is not in valid_values", sent);
      return sent;
    };
  }

  private static Form object(JsonNode described) {
    Map<String, Form> forms = new TreeMap<>();
    Set<String> needed = new TreeSet<>();
    described
        .properties()
        .forEach(it -> forms.put(it.getKey().replace("~", ""), of(it.getValue())));
    described.fieldNames().forEachRemaining(needed::add);
    needed.removeIf(it -> it.endsWith("~"));
    return (name, sent) -> {
      requireForm(sent.isObject(), name, "'%s' is not a dictionary", sent);
      ObjectNode read = Json.object();
      for (Map.Entry<String, JsonNode> entry : sent.properties()) {
        String key = entry.getKey();
        requireForm(forms.containsKey(key), name, "Unexpected keys supplied: %s", key);
        read.set(
            key, Optional.ofNullable(forms.get(key)).orElseThrow().read(name, entry.getValue()));
      }
      requireForm(needed.stream().allMatch(read::has), name, "Expected keys: %s", needed);
      return read;
    };
  }

  private static JsonNode text(String name, JsonNode sent) {
    requireForm(sent.isTextual(), name, "'%s' is not a valid string", sent);
    requireForm(sent.asText().length() <= 255, name, "'%s' exceeds maximum length of 255", sent);
    return sent;
  }

  // As Python writes them, too.
  private static JsonNode flag(String name, JsonNode sent) {
    return flag(printed(sent))
        .map(BooleanNode::valueOf)
        .orElseThrow(() -> unfit("'%s' cannot be converted to boolean", sent));
  }

  static Optional<Boolean> flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> Optional.of(true);
      case "false", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  // It may be sent as a text.
  private static JsonNode number(String name, JsonNode sent) {
    if (!printed(sent).matches("-?\\d{1,9}")) {
      throw unfit("'%s' is not an integer", sent);
    }
    return IntNode.valueOf(sent.asInt());
  }

  // Of 10.0.0.7/24 only the first address is kept.
  private static JsonNode range(String name, JsonNode sent) {
    Optional<AddressRange> range = AddressRange.parse(printed(sent));
    requireForm(range.isPresent(), name, "'%s' is not a valid IP subnet", sent);
    return TextNode.valueOf(range.orElseThrow().toString());
  }

  private static boolean isAddressOrRange(String text) {
    return Address.parse(text).isPresent() || AddressRange.parse(text).isPresent();
  }

  // An empty object is none. By default only administrators choose more than the network.
  private static JsonNode gateway(String name, JsonNode sent) {
    if (sent.isNull() || (sent.isObject() && sent.isEmpty())) {
      return NullNode.getInstance();
    }
    NetworkFaults.refuseIf(
        sent.has("network_id") && sent.size() > 1,
        "PolicyNotAuthorized",
        "rule:update_router:" + name);
    return object(Json.wrap("network_id", TextNode.valueOf("uuid"))).read(name, sent);
  }

  private static Form matching(String kind, String pattern) {
    return matching(kind, it -> it.matches("(?i)" + pattern));
  }

  private static Form matching(String kind, Predicate<String> good) {
    return (name, sent) -> {
      boolean fits = sent.isTextual() && good.test(sent.asText());
      requireForm(fits, name, "'%s' is not a valid " + kind, sent);
      return sent;
    };
  }

  // As Python writes it.
  private static String printed(Object value) {
    return value instanceof JsonNode node && !node.isContainerNode()
        ? node.asText().replaceAll("^null$", "None")
        : value.toString();
  }

  private static void requireForm(boolean fits, String name, String reason, Object value) {
    if (!fits) {
      String why = reason.formatted(printed(value));
      throw NetworkFaults.badRequest("Invalid input for " + name + ". Reason: " + why + ".");
    }
  }

  private static Refusal unfit(String reason, JsonNode sent) {
    return NetworkFaults.of("InvalidInput", reason.formatted(printed(sent)));
  }
}
