package org.defcore.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.defcore.contract.Watch.Findings;
import org.defcore.http.message.Exchange;
import org.defcore.result.remark.RemarkKind;

/** Values that a request asks for, and its answer shows. */
final class Requested {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of a JSON patch, and of what there was before the standard. */
  private static final List<String> PATCHED = List.of("path", "add", "replace");

  private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH");

  private Requested() {}

  static void look(Exchange exchange, Answered answered, List<Thing> things, Findings findings) {
    if (exchange.method().equals("GET")) {
      filters(answered, things, findings);
    } else if (CHANGES.contains(exchange.method())) {
      for (Thing thing : things) {
        if (thing.isAlone() && !thing.places(Thing.KEPT).isEmpty()) {
          sent(exchange.requestBody()).ifPresent(it -> shows(thing, it, findings));
        }
      }
    }
  }

  private static Optional<JsonNode> sent(String body) {
    try {
      return body.startsWith("{") || body.startsWith("[")
          ? Optional.of(JSON.readTree(body))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static void shows(Thing thing, JsonNode sent, Findings findings) {
    for (String place : thing.places(Thing.KEPT)) {
      Optional<String> value = asked(thing.at() + place, sent);
      Optional<String> told = thing.value(place);
      if (value.isPresent() && told.isPresent() && !value.get().equals(told.get())) {
        findings.add(
            RemarkKind.SAMENESS,
            thing.at() + place,
            "expected %s, as asked for, but found %s".formatted(value.get(), told.get()));
      }
    }
  }

  /** The value that was asked for; absent if there is none, or an empty one. */
  private static Optional<String> asked(String place, JsonNode sent) {
    // A JSON patch, or a document like the answer.
    Stream<JsonNode> values =
        sent.isArray() && place.indexOf('/', 1) < 0
            ? sent.valueStream()
                .filter(it -> PATCHED.stream().anyMatch(key -> it.path(key).asText().equals(place)))
                .map(it -> it.path("value"))
            : Stream.of(sent.at(place));
    return values
        .filter(it -> it.isValueNode() && !it.isNull())
        .map(JsonNode::asText)
        .filter(it -> !it.isEmpty())
        .reduce((first, last) -> last);
  }

  private static void filters(Answered answered, List<Thing> things, Findings findings) {
    int query = answered.path().indexOf('?');
    if (query < 0) {
      return;
    }
    Map<String, Set<String>> parameters = parameters(answered.path().substring(query + 1));
    for (Thing thing : things) {
      for (String filter : thing.places(Thing.FILTERS)) {
        // The name of the parameter, and the place of the field if it has another name.
        String[] parts = filter.split(" ", 2);
        String place = parts.length == 1 ? "/" + parts[0] : parts[1];
        Set<String> asked = parameters.getOrDefault(parts[0], Set.of());
        Optional<String> told = thing.value(place);
        if (told.isPresent() && !asked.isEmpty() && !fits(told.get(), asked)) {
          findings.add(
              RemarkKind.IDENTITY,
              thing.at() + place,
              "expected %s, which the list was asked for, but found %s"
                  .formatted(String.join(" or ", asked), told.get()));
        }
      }
    }
  }

  /** Values by name, without the empty ones. */
  private static Map<String, Set<String>> parameters(String query) {
    Map<String, Set<String>> values = new HashMap<>();
    for (String parameter : query.split("&", -1)) {
      int name = parameter.indexOf('=');
      if (name >= 0 && name + 1 < parameter.length()) {
        String value = URLDecoder.decode(parameter.substring(name + 1), StandardCharsets.UTF_8);
        values
            .computeIfAbsent(parameter.substring(0, name), it -> new LinkedHashSet<>())
            .add(value);
      }
    }
    return values;
  }

  private static boolean fits(String told, Set<String> asked) {
    for (String value : asked) {
      if (fits(told, value)) {
        return true;
      }
    }
    return false;
  }

  /** An operator in front of the value is not understood here. */
  private static boolean fits(String told, String asked) {
    return told.equalsIgnoreCase(asked)
        || (asked.contains(":") && !told.contains(":"))
        || asked.endsWith("/" + told);
  }
}
