package replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** One recorded request and its answer; names of headers in lower case. */
record Exchange(
    String file,
    Instant started,
    Instant ended,
    String method,
    String url,
    Map<String, String> headers,
    String body,
    int status,
    Map<String, String> answerHeaders,
    JsonNode answer) {

  /** What a recording keeps of a body that is no text. */
  static final Pattern BODY_NOTE = Pattern.compile("\\[(\\d+) bytes, sha256 [0-9a-f]{64}]");

  static Exchange of(String file, JsonNode entry) {
    Instant started = Instant.parse(entry.path("startedDateTime").asText());
    JsonNode request = entry.path("request");
    JsonNode response = entry.path("response");
    return new Exchange(
        file,
        started,
        started.plus(Duration.ofNanos(Math.round(entry.path("time").asDouble() * 1e6))),
        request.path("method").asText(),
        request.path("url").asText(),
        headers(request.path("headers")),
        request.path("postData").path("text").asText(),
        response.path("status").asInt(),
        headers(response.path("headers")),
        json(response.path("content")));
  }

  boolean isLogin() {
    return method.equals("POST") && url.endsWith("/auth/tokens");
  }

  private static Map<String, String> headers(JsonNode recorded) {
    Map<String, String> headers = new TreeMap<>();
    recorded.forEach(
        it ->
            headers.put(
                it.path("name").asText().toLowerCase(Locale.ROOT), it.path("value").asText()));
    return headers;
  }

  /** The answer if there is anything in it to learn from. */
  private static JsonNode json(JsonNode content) {
    String text = content.path("text").asText();
    if (!content.path("mimeType").asText().contains("json") || !Ids.ID.matcher(text).find()) {
      return Replay.JSON.missingNode();
    }
    try {
      return Replay.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return Replay.JSON.missingNode(); // Cut off or wrong on purpose: no test goes on with it.
    }
  }
}
