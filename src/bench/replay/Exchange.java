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

  /** The note that stands in a recording for a body that is not text. */
  static final Pattern BODY_NOTE = Pattern.compile("\\[(\\d+) bytes, sha256 [0-9a-f]{64}(, md5 [0-9a-f]{32})?]");

  static final String DISCOVERY = "discovery.har";
  private static final Pattern AT_REST =
      Pattern.compile("(?i)(active|shutoff|verify_resize|error|available|in-use)/(null)?");
  private static final Pattern OF_TEST = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-.*");

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

  boolean isDiscovery() {
    return file.equals(DISCOVERY);
  }

  /** Returns whether the file belongs to a test; the others belong to the discovery and to shared fixtures. */
  static boolean isOfTest(String file) {
    return OF_TEST.matcher(file).matches();
  }

  /** Returns whether both ask the same question about the same resource, as a wait does repeatedly. */
  boolean asksAsDoes(Exchange other) {
    return method.equals("GET") && other.method.equals("GET") && url.equals(other.url);
  }

  /** Returns whether another request is about the resource of this one, or about a part of it. */
  boolean isAskedAbout(Exchange other) {
    return other.file.equals(file) && other.url.startsWith(url);
  }

  /** Returns whether the fresh answer has not yet reached the state that the recorded wait had reached. */
  boolean isAheadOf(int freshStatus, JsonNode fresh) {
    if (!method.equals("GET") || freshStatus != 200) {
      return false;
    }
    return status == 404 || (status == 200 && isAtRest() && !state(answer).equals(state(fresh)));
  }

  /** Returns whether the recorded resource was in a final state. */
  boolean isAtRest() {
    return AT_REST.matcher(state(answer)).matches();
  }

  /** A server's status and task, or any other thing's status. */
  private static String state(JsonNode answer) {
    JsonNode thing = answer.size() == 1 ? answer.elements().next() : answer;
    return thing.path("status").asText() + "/" + thing.path("OS-EXT-STS:task_state").asText("");
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
