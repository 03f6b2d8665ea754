package org.defcore.http.har;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.defcore.http.message.BodyNote;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Header;
import org.defcore.http.redact.Secrets;
import org.junit.jupiter.api.Test;

class CurlCommandTest {

  @Test
  void repeatsAPost() {
    assertThat(
            CurlCommand.of(
                exchange(
                    "POST",
                    "https://c/v2.1/servers?a=b&c=d",
                    "{\"name\":\"it's\",\"adminPass\":\"[redacted]\"}",
                    new Header("X-Auth-Token", Secrets.MASK),
                    new Header("X-Service-Token", Secrets.MASK),
                    new Header("Content-Type", "application/json"),
                    new Header("Content-Length", "12"),
                    new Header("Host", "c"),
                    new Header("User-Agent", "defcore/1"))))
        .isEqualTo(
            "curl --globoff --include --request POST"
                + " --header 'X-Auth-Token: '\"$OS_TOKEN\""
                + " --header 'X-Service-Token: [redacted]'"
                + " --header 'Content-Type: application/json'"
                + " --data-raw '{\"name\":\"it'\\''s\",\"adminPass\":\"[redacted]\"}'"
                + " --url 'https://c/v2.1/servers?a=b&c=d'");
  }

  @Test
  void repeatsAGet() {
    assertThat(CurlCommand.of(exchange("GET", "https://c/x", "", new Header("X-Empty", ""))))
        .isEqualTo("curl --globoff --include --request GET --header 'X-Empty;' --url https://c/x");
  }

  @Test
  void urlIsNoOption() {
    assertThat(CurlCommand.of(exchange("GET", "--output=/etc/passwd", "")))
        .endsWith(" --url --output=/etc/passwd");
  }

  @Test
  void repeatsAHead() {
    assertThat(CurlCommand.of(exchange("HEAD", "https://c/x", "")))
        .isEqualTo("curl --globoff --include --head --url https://c/x");
  }

  @Test
  void sendsAnEmptyBodyWhereOneWasSent() {
    assertThat(
            CurlCommand.of(exchange("PUT", "https://c/x", "", new Header("Content-Length", "0"))))
        .isEqualTo(
            "curl --globoff --include --request PUT"
                + " --header Content-Type: --data-raw '' --url https://c/x");
  }

  @Test
  void takesABodyThatWasNotRecordedFromAFile() {
    assertThat(
            CurlCommand.of(
                exchange(
                    "PUT",
                    "https://c/x",
                    BodyNote.of(new byte[10]),
                    new Header("Content-Type", "application/octet-stream"))))
        .isEqualTo(
            "curl --globoff --include --request PUT"
                + " --header 'Content-Type: application/octet-stream'"
                + " --data-binary @body --url https://c/x");
  }

  private static Exchange exchange(String method, String uri, String body, Header... headers) {
    return new Exchange(
        Instant.EPOCH, Duration.ZERO, method, uri, List.of(headers), body, 200, List.of(), "", "");
  }
}
