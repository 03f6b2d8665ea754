package org.defcore.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.defcore.http.message.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls without the parts that differ between clouds. */
class ObservedCallTest {

  private static final String SERVER = "https://c.example:8774/v2.1/servers/";
  private static final String ID = "b66d8565-8a41-49d6-bb0d-1cc79779628e";

  @ParameterizedTest
  @CsvSource({
    "https://c.example, /",
    "https://c.example/v2.1/servers, /v2.1/servers",
    "https://c.example/v2.1/flavors/1, /v2.1/flavors/{id}",
    "https://c.example/v3/6e204f6c692939a79dbd9bb31380dc7a/volumes, /v3/{id}/volumes",
    "https://c.example/v2/images/b66d8565-8a41-49d6-bb0d-1cc79779628e/tags/defcore-20261125-165652-f0a3be-tag-42, /v2/images/{id}/tags/{name}",
    "https://c.example/v2.1/servers?name=x&limit=1&name=y, /v2.1/servers?limit=…&name=…"
  })
  void idsNamesAndValuesAreLeftOut(String uri, String path) {
    assertThat(ObservedCall.in(List.of(exchange("GET", uri, "", 200))))
        .containsExactly(new ObservedCall("GET", path, List.of(200)));
  }

  @Test
  void anActionIsNamedByItsBody() {
    String uri = SERVER + ID + "/action";

    assertThat(
            ObservedCall.in(
                List.of(
                    exchange("POST", uri, "{\"resize\": {\"flavorRef\": \"2\"}}", 202),
                    exchange("POST", uri, "{\"confirmResize\": null}", 204),
                    exchange("POST", uri, "no JSON", 400))))
        .extracting(ObservedCall::path)
        .containsExactly(
            "/v2.1/servers/{id}/action resize",
            "/v2.1/servers/{id}/action confirmResize",
            "/v2.1/servers/{id}/action");
  }

  @Test
  void aCallStandsOnceWithAllItsAnswers() {
    assertThat(
            ObservedCall.in(
                List.of(
                    exchange("DELETE", SERVER + ID, "", 204),
                    exchange("GET", SERVER + ID, "", 404),
                    exchange("GET", SERVER + ID, "", 200),
                    exchange("GET", SERVER + ID, "", 404))))
        .containsExactly(
            new ObservedCall("DELETE", "/v2.1/servers/{id}", List.of(204)),
            new ObservedCall("GET", "/v2.1/servers/{id}", List.of(200, 404)));
  }

  private static Exchange exchange(String method, String uri, String body, int status) {
    return new Exchange(
        Instant.EPOCH, Duration.ZERO, method, uri, List.of(), body, status, List.of(), "", "");
  }
}
