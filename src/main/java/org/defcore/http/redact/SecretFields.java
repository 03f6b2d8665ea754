package org.defcore.http.redact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the values of secret fields in JSON. It reads character by character and tolerates errors,
 * so that incomplete documents and JSON inside other text are searched as well.
 */
public final class SecretFields {

  private static final ObjectMapper TEXTS = new ObjectMapper();

  /**
   * A value of a secret field.
   *
   * @param where range to mask: inside the quotes of a string
   * @param value as the program that reads the JSON sees it
   */
  record Found(TextRange where, String value) {}

  private static final Set<String> NAMES =
      Set.of(
          "access_token",
          "adminpass",
          "auth_token",
          "blob",
          "id_token",
          "original_password",
          "passcode",
          "password",
          "private_key",
          "refresh_token",
          "secret",
          "secret_key",
          "token",
          "user_data",
          "os-ext-srv-attr:user_data",
          "x-auth-token",
          "x-subject-token");

  private static final Set<String> NO_SECRETS = Set.of("null", "true", "false");

  /** JSON quoted inside a JSON string, or after a stray quotation mark. */
  private static final Pattern OUT_OF_STEP =
      Pattern.compile("(?i)(\\\\*)\"(?:" + String.join("|", NAMES) + ")\\1\"\\s*+:\\s*+\\1\"");

  private enum Shape {
    OBJECT,
    ARRAY
  }

  private record Level(String name, Shape shape) {}

  private final String text;
  private final List<Found> found = new ArrayList<>();
  private final Deque<Level> outer = new ArrayDeque<>();
  private String name = "";

  private SecretFields(String text) {
    this.text = text;
  }

  static List<Found> in(String text) {
    SecretFields fields = new SecretFields(text);
    int at = 0;
    while (at < text.length()) {
      at = fields.step(at);
    }
    fields.searchOutOfStep();
    return fields.found;
  }

  public static boolean isSecret(String name) {
    return NAMES.contains(name.toLowerCase(Locale.ROOT));
  }

  private int step(int at) {
    char c = text.charAt(at);
    if (c == '"') {
      return string(at);
    }
    if (Character.isLetterOrDigit(c)) {
      return scalar(at);
    }
    switch (c) {
      case '{' -> {
        outer.push(new Level(name, Shape.OBJECT));
        name = "";
      }
      // Elements of an array go by its name.
      case '[' -> outer.push(new Level(name, Shape.ARRAY));
      case '}', ']' -> {
        outer.poll();
        name = "";
      }
      case ',' -> name = inArray() ? outer.element().name() : "";
      default -> {}
    }
    return at + 1;
  }

  private boolean inArray() {
    return !outer.isEmpty() && outer.element().shape() == Shape.ARRAY;
  }

  private int string(int at) {
    int end = endOfString(at + 1);
    int after = skipBlanks(end + 1);
    if (after < text.length() && text.charAt(after) == ':') {
      name = unescape(text.substring(at + 1, end));
      return after + 1;
    }
    if (holdsSecret()) {
      addString(at + 1, end);
    }
    return end + 1;
  }

  private void addString(int from, int to) {
    found.add(new Found(new TextRange(from, to, Secrets.MASK), unescape(text.substring(from, to))));
  }

  private void searchOutOfStep() {
    Matcher field = OUT_OF_STEP.matcher(text);
    while (field.find()) {
      int end =
          field.group(1).isEmpty()
              ? endOfString(field.end())
              : text.indexOf(field.group(1) + '"', field.end());
      addString(field.end(), end < 0 ? text.length() : end);
    }
  }

  private int scalar(int at) {
    int end = at;
    while (end < text.length() && ",]}\" \t\r\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String value = text.substring(at, end);
    if (holdsSecret() && !NO_SECRETS.contains(value)) {
      found.add(new Found(new TextRange(at, end, '"' + Secrets.MASK + '"'), value));
    }
    return end;
  }

  private boolean holdsSecret() {
    return isSecret(name)
        || (name.equals("id") && !outer.isEmpty() && outer.element().name().equals("token"));
  }

  private int endOfString(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end, text.length());
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static String unescape(String quoted) {
    if (quoted.indexOf('\\') < 0) {
      return quoted;
    }
    try {
      return TEXTS.readValue('"' + quoted + '"', String.class);
    } catch (JsonProcessingException e) {
      return quoted;
    }
  }
}
