package org.defcore.http.redact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the values of secret fields in JSON. It reads character by character and tolerates errors,
 * so that incomplete documents and JSON inside other text are searched as well. The time that it
 * takes grows with the length of the text and with nothing else, whatever the text.
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

  private static final int LONGEST_NAME = 100;
  private static final int MOST_LEVELS = 1000;
  private static final int MOST_BACKSLASHES = 64;

  private enum Shape {
    OBJECT,
    ARRAY
  }

  private record Level(String name, Shape shape) {}

  private final String text;
  private final List<Found> found = new ArrayList<>();
  private final Deque<Level> outer = new ArrayDeque<>();
  private int tooDeep;
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
        push(Shape.OBJECT);
        name = "";
      }
      // Elements of an array go by its name.
      case '[' -> push(Shape.ARRAY);
      case '}', ']' -> {
        pop();
        name = "";
      }
      case ',' -> name = inArray() ? outer.element().name() : "";
      default -> {}
    }
    return at + 1;
  }

  private void push(Shape shape) {
    if (outer.size() < MOST_LEVELS) {
      outer.push(new Level(name, shape));
    } else {
      tooDeep++;
    }
  }

  private void pop() {
    if (tooDeep > 0) {
      tooDeep--;
    } else {
      outer.poll();
    }
  }

  private boolean inArray() {
    return !outer.isEmpty() && outer.element().shape() == Shape.ARRAY;
  }

  private int string(int at) {
    int end = endOfString(at + 1);
    int after = skipBlanks(end + 1);
    if (after < text.length() && text.charAt(after) == ':') {
      name = end - at > LONGEST_NAME ? "" : unescape(text.substring(at + 1, end));
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

  /** Looks for JSON quoted inside a JSON string, or after a stray quotation mark. */
  private void searchOutOfStep() {
    int backslashes = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        field(at + 1, backslashes);
      }
      backslashes = c == '\\' ? backslashes + 1 : 0;
    }
  }

  /**
   * Takes a field if its name begins there.
   *
   * @param before number of backslashes before its quotation mark
   */
  private void field(int from, int before) {
    int nameEnd = from;
    while (nameEnd < text.length() && nameEnd - from < LONGEST_NAME && isOfName(nameEnd)) {
      nameEnd++;
    }
    if (!isSecret(text.substring(from, nameEnd))) {
      return;
    }
    int quoting = backslashes(nameEnd);
    int colon = skipBlanks(nameEnd + quoting + 1);
    int value = skipBlanks(colon + 1);
    boolean isField =
        quoting <= before
            && is('"', nameEnd + quoting)
            && is(':', colon)
            && backslashes(value) == quoting
            && is('"', value + quoting);
    if (isField) {
      int start = value + quoting + 1;
      int end = quoting == 0 ? endOfString(start) : text.indexOf("\\".repeat(quoting) + '"', start);
      addString(start, end < 0 ? text.length() : end);
    }
  }

  private boolean isOfName(int at) {
    char c = text.charAt(at);
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == ':';
  }

  /** The number of backslashes from there on, in bounds. */
  private int backslashes(int from) {
    int number = 0;
    while (number < MOST_BACKSLASHES && is('\\', from + number)) {
      number++;
    }
    return number;
  }

  private boolean is(char wanted, int at) {
    return at < text.length() && text.charAt(at) == wanted;
  }

  private int scalar(int at) {
    int end = at;
    while (end < text.length() && ",]}\" \t\r\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    if (holdsSecret()) {
      String value = text.substring(at, end);
      if (!NO_SECRETS.contains(value)) {
        found.add(new Found(new TextRange(at, end, '"' + Secrets.MASK + '"'), value));
      }
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
