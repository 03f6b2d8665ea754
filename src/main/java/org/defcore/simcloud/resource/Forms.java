package org.defcore.simcloud.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.defcore.simcloud.wire.Json;

/**
 * The forms of attributes that a service knows. A description is a word, with {@code or null} if it
 * may be that; a list of one form; a choice of values; or an object, whose keys have to be there
 * unless a ~ follows the name.
 */
public final class Forms {

  private static final String OR_NULL = " or null";

  private final Map<String, Form> words = new TreeMap<>();
  private final FaultTable faults;

  /** The forms that every service has: {@code text}, {@code flag} and {@code number}. */
  public Forms(FaultTable faults) {
    this.faults = faults;
    with("text", this::text).with("flag", this::flag).with("number", this::number);
  }

  FaultTable faults() {
    return faults;
  }

  public Forms with(String word, Form form) {
    words.put(word, form);
    return this;
  }

  /** A form of values that are kept as they are sent. */
  public Forms fitting(String word, String title, Predicate<JsonNode> good) {
    String reason = "'%s' is not a valid " + title;
    return with(
        word,
        (name, sent) -> {
          require(good.test(sent), name, reason, sent);
          return sent;
        });
  }

  /** A form of texts that are kept as they are sent. */
  public Forms matching(String word, String title, Predicate<String> good) {
    return fitting(word, title, it -> it.isTextual() && good.test(it.asText()));
  }

  /** Reads a form as {@code resources.yaml} describes it. */
  public Form read(JsonNode described) {
    if (described.isArray()) {
      return described.size() == 1 ? list(read(described.path(0))) : choice(described);
    }
    if (described.isObject()) {
      return object(described);
    }
    String text = described.asText();
    Form form = Optional.ofNullable(words.get(text.replace(OR_NULL, ""))).orElseThrow();
    return text.endsWith(OR_NULL)
        ? (name, sent) -> sent.isNull() ? sent : form.read(name, sent)
        : form;
  }

  // A null is an empty list.
  private Form list(Form item) {
    return (name, sent) -> {
      require(sent.isArray() || sent.isNull(), name, "'%s' is not a list", sent);
      return Json.array(sent.valueStream().map(it -> item.read(name, it)).toList());
    };
  }

  private Form choice(JsonNode values) {
    List<String> known = values.valueStream().map(Forms::printed).toList();
    return (name, sent) -> {
      require(known.contains(printed(sent)), name, "%s is not in valid_values", sent);
      return sent;
    };
  }

  private Form object(JsonNode described) {
    Map<String, Form> forms = new TreeMap<>();
    Set<String> needed = new TreeSet<>();
    for (Map.Entry<String, JsonNode> key : described.properties()) {
      forms.put(key.getKey().replace("~", ""), read(key.getValue()));
      needed.add(key.getKey());
    }
    needed.removeIf(it -> it.endsWith("~"));
    return (name, sent) -> {
      require(sent.isObject(), name, "'%s' is not a dictionary", sent);
      ObjectNode read = Json.object();
      for (Map.Entry<String, JsonNode> entry : sent.properties()) {
        Optional<Form> form = Optional.ofNullable(forms.get(entry.getKey()));
        require(form.isPresent(), name, "Unexpected keys supplied: %s", entry.getKey());
        read.set(entry.getKey(), form.orElseThrow().read(name, entry.getValue()));
      }
      require(needed.stream().allMatch(read::has), name, "Expected keys: %s", needed);
      return read;
    };
  }

  private JsonNode text(String name, JsonNode sent) {
    require(sent.isTextual(), name, "'%s' is not a valid string", sent);
    require(sent.asText().length() <= 255, name, "'%s' exceeds maximum length of 255", sent);
    return sent;
  }

  // As Python writes them, too.
  private JsonNode flag(String name, JsonNode sent) {
    return flag(printed(sent))
        .map(BooleanNode::valueOf)
        .orElseThrow(() -> faults.of("not-a-flag", printed(sent), name));
  }

  /** The truth value that a text means. */
  public static Optional<Boolean> flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> Optional.of(true);
      case "false", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  // It may be sent as a text.
  private JsonNode number(String name, JsonNode sent) {
    faults.refuseIf(!printed(sent).matches("-?\\d{1,9}"), "not-a-number", printed(sent), name);
    return IntNode.valueOf(sent.asInt());
  }

  // As Python writes it.
  private static String printed(Object value) {
    return value instanceof JsonNode node && !node.isContainerNode()
        ? node.asText().replaceAll("^null$", "None")
        : value.toString();
  }

  /** Refuses a value for a reason, which has a place for it. */
  public void require(boolean fits, String name, String reason, Object value) {
    if (!fits) {
      throw faults.of("unfit", name, reason.formatted(printed(value)));
    }
  }
}
