package org.defcore.http.har;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.defcore.http.json.ShapeException;
import org.defcore.http.json.StrictJson;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Header;
import org.defcore.http.message.RepeatCause;
import org.junit.jupiter.api.Test;

class HarTest {

  private static final Exchange ANSWERED =
      new Exchange(
          Instant.parse("2026-01-02T03:04:05.678901234Z"),
          Duration.ofNanos(12_345_678),
          "POST",
          "https://cloud.example/v3?a=b%20c&d",
          List.of(new Header("Content-Type", "application/json"), new Header("X", "1")),
          "{\"ü\":\"\\n\"}",
          201,
          List.of(
              new Header("Content-Type", "text/plain"),
              new Header("Vary", "a"),
              new Header("vary", "b"),
              new Header("Location", "/there")),
          "fine\n",
          "");

  private static final Exchange UNANSWERED =
      new Exchange(
          Instant.parse("2026-01-02T03:04:05Z"),
          Duration.ofMinutes(5),
          "GET",
          "http://cloud.example/",
          List.of(),
          "",
          0,
          List.of(),
          "",
          "silence after 60 s",
          Optional.of(RepeatCause.RATE_LIMIT));

  @Test
  void readsBackWhatItWrote() {
    assertThat(Har.read(Har.bytes(List.of(ANSWERED, UNANSWERED))))
        .containsExactly(ANSWERED, UNANSWERED);
  }

  @Test
  void writesTheFieldsThatHarAsksFor() throws IOException {
    JsonNode log = StrictJson.parse(Har.bytes(List.of(ANSWERED, UNANSWERED))).get("log");

    assertThat(log.at("/version").asText()).isEqualTo("1.2");
    assertThat(log.at("/creator/name").asText()).isEqualTo("defcore");
    assertThat(log.at("/creator/version").asText()).isNotEmpty();
    assertThat(log.at("/entries/0"))
        .isEqualTo(
            StrictJson.MAPPER.readTree(
                """
                {
                  "startedDateTime": "2026-01-02T03:04:05.678901234Z",
                  "time": 12.345678,
                  "request": {
                    "method": "POST",
                    "url": "https://cloud.example/v3?a=b%20c&d",
                    "httpVersion": "HTTP/1.1",
                    "cookies": [],
                    "headers": [
                      {"name": "Content-Type", "value": "application/json"},
                      {"name": "X", "value": "1"}
                    ],
                    "queryString": [{"name": "a", "value": "b c"}, {"name": "d", "value": ""}],
                    "postData": {"mimeType": "application/json", "text": "{\\"ü\\":\\"\\\\n\\"}"},
                    "headersSize": -1,
                    "bodySize": -1
                  },
                  "response": {
                    "status": 201,
                    "statusText": "",
                    "httpVersion": "HTTP/1.1",
                    "cookies": [],
                    "headers": [
                      {"name": "Content-Type", "value": "text/plain"},
                      {"name": "Vary", "value": "a"},
                      {"name": "vary", "value": "b"},
                      {"name": "Location", "value": "/there"}
                    ],
                    "content": {"size": 5, "mimeType": "text/plain", "text": "fine\\n"},
                    "redirectURL": "/there",
                    "headersSize": -1,
                    "bodySize": -1
                  },
                  "cache": {},
                  "timings": {"send": 0, "wait": 12.345678, "receive": 0}
                }
                """));
    assertThat(log.at("/entries/1/_error").asText()).isEqualTo("silence after 60 s");
    assertThat(log.at("/entries/1/_repeats").asText()).isEqualTo("rate-limit");
    assertThat(log.at("/entries/1/response/status").asInt()).isZero();
    assertThat(log.at("/entries/1/request").has("postData")).isFalse();
  }

  @Test
  void writesTheSameBytesForTheSameExchanges() {
    assertThat(Har.bytes(List.of(ANSWERED)))
        .isEqualTo(Har.bytes(List.of(ANSWERED)))
        .asString()
        .startsWith("{\n  \"log\" : {\n")
        .endsWith("}\n")
        .doesNotContain("\r");
  }

  @Test
  void saysWhatIsWrongWithADocument() {
    byte[] document =
        "{\"log\":{\"entries\":[{\"startedDateTime\":\"now\"}]}}".getBytes(StandardCharsets.UTF_8);

    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> Har.read(document))
        .withMessage("/log/entries/0/time: expected a number but found nothing");
  }

  @Test
  void refusesAStartThatIsNoTime() {
    String written = new String(Har.bytes(List.of(UNANSWERED)), StandardCharsets.UTF_8);
    String changed = written.replace("2026-01-02T03:04:05Z", "yesterday");

    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> Har.read(changed.getBytes(StandardCharsets.UTF_8)))
        .withMessage("/log/entries: expected a startedDateTime in UTC but found \"yesterday\"");
  }
}
