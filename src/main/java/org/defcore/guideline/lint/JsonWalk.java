package org.defcore.guideline.lint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** One pass over a JSON text that reports the line of each key and each item. */
final class JsonWalk {

  /** Receives every value, outermost first. */
  interface Visitor {

    /**
     * A value begins.
     *
     * @param key of an object's member, or index of a list's item
     */
    void begin(String key, int line);

    /** The innermost open value ends. */
    void end();
  }

  private final byte[] content;

  JsonWalk(byte[] content) {
    this.content = content.clone();
  }

  /** Walks as far as the text is JSON; the parser reports the rest. */
  void walk(Visitor visitor) {
    try (JsonParser parser = factory().createParser(content)) {
      Deque<int[]> lists = new ArrayDeque<>();
      String key = "";
      int line = 1;
      while (parser.nextToken() != null) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.FIELD_NAME) {
          key = parser.currentName();
          line = parser.currentTokenLocation().getLineNr();
          continue;
        }
        if (token.isStructEnd()) {
          lists.pop();
          visitor.end();
          continue;
        }
        int[] list = lists.isEmpty() ? new int[] {-1} : lists.peek();
        if (list[0] >= 0) {
          key = String.valueOf(list[0]++);
          line = parser.currentTokenLocation().getLineNr();
        }
        visitor.begin(key, line);
        if (token.isStructStart()) {
          lists.push(new int[] {token == JsonToken.START_ARRAY ? 0 : -1});
        } else {
          visitor.end();
        }
      }
    } catch (JsonProcessingException e) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  /** Like the parser of documents, without a table of names. */
  private static JsonFactory factory() {
    return JsonFactory.builder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();
  }
}
