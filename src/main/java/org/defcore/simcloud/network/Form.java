package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;

/** Form that the values of an attribute have: converts what was sent, or refuses it. */
@FunctionalInterface
interface Form {

  /** A text of up to 255 characters. */
  Form TEXT =
      (name, sent) -> {
        String text = text(sent);
        if (!sent.isTextual()) {
          throw invalid(name, "'" + text + "' is not a valid string");
        }
        if (text.length() > 255) {
          throw invalid(name, "'" + text + "' exceeds maximum length of 255");
        }
        return sent;
      };

  /** True or false, as Python writes them, too. */
  Form FLAG =
      (name, sent) ->
          flag(text(sent))
              .map(BooleanNode::valueOf)
              .orElseThrow(() -> unfit("'" + text(sent) + "' cannot be converted to boolean"));

  /** A whole number, which may be sent as a text. */
  Form NUMBER =
      (name, sent) -> {
        if (!text(sent).matches("-?\\d{1,9}")) {
          throw unfit("'" + text(sent) + "' is not an integer");
        }
        return IntNode.valueOf(sent.asInt());
      };

  Form UUID =
      matching("UUID", it -> it.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"));
  Form MAC = matching("MAC address", it -> it.matches("(?i)[0-9a-f]{2}(:[0-9a-f]{2}){5}"));
  Form ADDRESS = matching("IP address", it -> Address.parse(it).isPresent());

  /** A range of addresses such as 10.0.0.0/24, of which only its first address is kept. */
  Form RANGE =
      (name, sent) ->
          AddressRange.parse(text(sent))
              .map(it -> TextNode.valueOf(it.toString()))
              .orElseThrow(() -> invalid(name, "'" + text(sent) + "' is not a valid IP subnet"));

  JsonNode read(String name, JsonNode sent);

  static Form matching(String kind, Predicate<String> good) {
    return (name, sent) -> {
      if (!sent.isTextual() || !good.test(sent.asText())) {
        throw invalid(name, "'" + text(sent) + "' is not a valid " + kind);
      }
      return sent;
    };
  }

  static Form oneOf(String... values) {
    return (name, sent) -> {
      if (!List.of(values).contains(text(sent))) {
        throw invalid(name, text(sent) + " is not in valid_values");
      }
      return sent;
    };
  }

  default Form orNull() {
    return (name, sent) -> sent.isNull() ? sent : read(name, sent);
  }

  static Form listOf(Form item) {
    return (name, sent) -> {
      if (!sent.isArray()) {
        throw invalid(name, "'" + text(sent) + "' is not a list");
      }
      ArrayNode read = Json.array();
      sent.forEach(it -> read.add(item.read(name, it)));
      return read;
    };
  }

  /** An object with some of these keys. */
  static Form object(Map<String, Form> keys) {
    return (name, sent) -> {
      if (!sent.isObject()) {
        throw invalid(name, "'" + text(sent) + "' is not a dictionary");
      }
      ObjectNode read = Json.object();
      for (Map.Entry<String, JsonNode> entry : sent.properties()) {
        Form form = keys.get(entry.getKey());
        if (form == null) {
          throw invalid(name, "Unexpected keys supplied: " + entry.getKey());
        }
        read.set(entry.getKey(), form.read(name, entry.getValue()));
      }
      return read;
    };
  }

  /** An object with all of these keys. */
  static Form whole(Map<String, Form> keys) {
    return (name, sent) -> {
      JsonNode read = object(keys).read(name, sent);
      if (read.size() < keys.size()) {
        throw invalid(name, "Expected keys: " + new TreeSet<>(keys.keySet()));
      }
      return read;
    };
  }

  static Optional<Boolean> flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> Optional.of(true);
      case "false", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  // As Python writes it.
  static String text(JsonNode value) {
    return value.isNull() ? "None" : value.isContainerNode() ? value.toString() : value.asText();
  }

  private static Refusal invalid(String name, String reason) {
    return NetworkFaults.badRequest("Invalid input for " + name + ". Reason: " + reason + ".");
  }

  private static Refusal unfit(String reason) {
    return NetworkFaults.badRequest("InvalidInput", "Invalid input for operation: " + reason + ".");
  }
}
