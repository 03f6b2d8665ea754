package org.defcore.client.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.defcore.client.CannedService;
import org.defcore.client.Variation;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkClientTest {

  private static final String VERSIONS =
      """
      {"versions": [{"id": "v2.0", "status": "CURRENT", "extra": 1,
        "links": [{"rel": "self", "href": "http://n/v2.0/"}]}]}
      """;

  @Test
  void listsTheVersionsAtTheRoot() throws IOException {
    try (CannedService service = CannedService.answering(200, VERSIONS)) {
      NetworkClient network = new NetworkClient(service.endpoint("/network"));

      assertThat(network.listVersions()).extracting(NetworkApiVersion::id).containsExactly("v2.0");
      assertThat(service.onlyRequest().line()).isEqualTo("GET /network/");
      assertThat(service.onlyRequest().headers())
          .containsEntry("x-auth-token", "token-of-the-user");
    }
  }

  @Test
  void takesVersionsFromEveryListOfTheDocument() throws IOException {
    String body =
        Variation.of(VERSIONS, "/more", "[{\"id\": \"v9\", \"status\": \"\", \"links\": []}]");
    try (CannedService service = CannedService.answering(200, body)) {
      assertThat(new NetworkClient(service.endpoint("")).listVersions())
          .extracting(NetworkApiVersion::id)
          .containsExactlyInAnyOrder("v2.0", "v9");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /versions/0/id     | absent | id
          /versions/0/links  | absent | links
          /versions/0/status | absent | status
          /extra             | "text" | expected an array
          """)
  void refusesADocumentThatDiffersIn(String pointer, String value, String reason)
      throws IOException {
    try (CannedService service =
        CannedService.answering(200, Variation.of(VERSIONS, pointer, value))) {
      assertThatThrownBy(() -> new NetworkClient(service.endpoint("")).listVersions())
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining(reason);
    }
  }
}
