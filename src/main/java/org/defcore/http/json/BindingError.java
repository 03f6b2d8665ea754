package org.defcore.http.json;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.defcore.http.redact.SecretFields;

/** Turns an error of Jackson into one line. */
final class BindingError {

  private static final int LONGEST = 40;

  private static final Pattern SAID =
      Pattern.compile("(?:([\\w:-]+): )?expected (.+?) but found (.+)", Pattern.DOTALL);

  private static final Set<Class<?>> INTEGERS =
      Set.of(
          int.class, Integer.class, long.class, Long.class, OptionalInt.class, OptionalLong.class);

  private BindingError() {}

  static ShapeException of(JsonMappingException e, JsonNode document) {
    List<JsonMappingException.Reference> path = e.getPath();
    StringBuilder at = new StringBuilder();
    JsonNode node = document;
    for (JsonMappingException.Reference step : path) {
      String name = step.getFieldName();
      at.append('/')
          .append(
              name == null
                  ? String.valueOf(step.getIndex())
                  : name.replace("~", "~0").replace("/", "~1"));
      node = name == null ? node.path(step.getIndex()) : node.path(name);
    }
    String name = path.isEmpty() ? "" : String.valueOf(path.get(path.size() - 1).getFieldName());
    String found = SecretFields.isSecret(name) ? kind(node) : words(node);
    if (e instanceof UnrecognizedPropertyException) {
      return new ShapeException(at.toString(), "no such field", found, e);
    }
    if (e.getCause() instanceof ShapeException inside) {
      return inside.under(at.toString());
    }
    if (e instanceof ValueInstantiationException && e.getCause() != null) {
      return said(at.toString(), String.valueOf(e.getCause().getMessage()), e);
    }
    if (e.getCause() instanceof InputCoercionException) {
      return new ShapeException(at.toString(), "a smaller number", found, e);
    }
    return new ShapeException(at.toString(), expected(type(e), node), found, e);
  }

  /** A record says itself what it expected, and of which of its fields. */
  private static ShapeException said(String at, String message, JsonMappingException e) {
    Matcher said = SAID.matcher(message);
    if (!said.matches()) {
      return new ShapeException(at, "another value", message, e);
    }
    String field = said.group(1) == null ? "" : "/" + said.group(1);
    return new ShapeException(at + field, said.group(2), said.group(3), e);
  }

  private static Class<?> type(JsonMappingException e) {
    Class<?> type =
        e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    return type == null ? Object.class : type;
  }

  private static String expected(Class<?> type, JsonNode found) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(it -> StrictJson.MAPPER.valueToTree(it).toString())
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return "a string";
    }
    if (List.of(boolean.class, Boolean.class).contains(type)) {
      return "true or false";
    }
    if (INTEGERS.contains(type)) {
      return "an integer";
    }
    if (Number.class.isAssignableFrom(type)
        || type.isPrimitive()
        || type.equals(OptionalDouble.class)) {
      return "a number";
    }
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "an array";
    }
    if (Map.class.isAssignableFrom(type) || type.isRecord()) {
      return "an object";
    }
    return found.isNull() ? "a value" : "a value or null";
  }

  private static String words(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> "the string " + cut(node.toString());
      case NUMBER -> "the number " + cut(node.toString());
      case BOOLEAN -> node.toString();
      default -> kind(node);
    };
  }

  private static String kind(JsonNode node) {
    JsonNodeType type = node.getNodeType();
    return switch (type) {
      case MISSING -> "nothing";
      case NULL -> "null";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      case ARRAY -> "an array";
      case OBJECT, POJO -> "an object";
      case BINARY -> "binary";
    };
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
