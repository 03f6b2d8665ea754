package org.defcore.guideline.draft;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The positions of the values of a JSON document in its text, so that one value can be changed and
 * the layout of the others stays.
 */
final class JsonText {

  private JsonText() {}

  /** From the first character to the one after the last. */
  record Span(int from, int to) {}

  /**
   * A value in the text.
   *
   * @param span of the value, brackets and quotes included
   * @param text of a string; empty for any other value
   * @param members of an object, in file order
   * @param items of a list
   */
  record Value(Span span, String text, Map<String, Member> members, List<Value> items) {

    /** The value of a member, if it is there. */
    Optional<Value> at(String key) {
      return Optional.ofNullable(members.get(key)).map(Member::value);
    }

    /** The text between the brackets. */
    Span inside() {
      return new Span(span.from() + 1, span.to() - 1);
    }
  }

  /** A member of an object; its span begins with the key and ends with the value. */
  record Member(Span span, Value value) {}

  /**
   * Finds every value of a document that is known to be JSON.
   *
   * @throws UncheckedIOException if it is not JSON
   */
  static Value of(String json) {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      return value(parser);
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON", e);
    }
  }

  private static Value value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    int from = start(parser);
    Map<String, Member> members = new LinkedHashMap<>();
    List<Value> items = new ArrayList<>();
    if (token == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        int begin = start(parser);
        parser.nextToken();
        Value value = value(parser);
        members.put(key, new Member(new Span(begin, value.span().to()), value));
      }
    } else if (token == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(parser));
      }
    }
    // A string is read only when somebody asks for it; before that the parser is still inside.
    parser.finishToken();
    String text = token == JsonToken.VALUE_STRING ? parser.getText() : "";
    int to = (int) parser.currentLocation().getCharOffset();
    return new Value(new Span(from, to), text, members, items);
  }

  private static int start(JsonParser parser) {
    return (int) parser.currentTokenLocation().getCharOffset();
  }
}
