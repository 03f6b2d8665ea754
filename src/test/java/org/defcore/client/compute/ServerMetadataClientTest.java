package org.defcore.client.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import org.defcore.client.CannedService;
import org.defcore.client.Variation;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerMetadataClientTest {

  private static final String ALL = "{\"metadata\": {\"a\": \"1\", \"b\": \"\"}}";
  private static final String ONE = "{\"meta\": {\"a\": \"1\"}}";

  @Test
  void readsAllAndOne() throws IOException {
    asks(ALL, "GET /v2.1/servers/s1/metadata", "", it -> it.listMetadata("s1"));
    asks(ONE, "GET /v2.1/servers/s1/metadata/a%2Fb", "", it -> it.getItem("s1", "a/b"));
  }

  @Test
  void replacesAndUpdatesInTheOrderOfTheKeys() throws IOException {
    Map<String, String> metadata = Map.of("b", "", "a", "1");
    String sent = "{\"metadata\":{\"a\":\"1\",\"b\":\"\"}}";

    asks(ALL, "PUT /v2.1/servers/s1/metadata", sent, it -> it.replaceMetadata("s1", metadata));
    asks(ALL, "POST /v2.1/servers/s1/metadata", sent, it -> it.updateMetadata("s1", metadata));
  }

  @Test
  void setsOne() throws IOException {
    String sent = "{\"meta\":{\"a\":\"1\"}}";

    asks(ONE, "PUT /v2.1/servers/s1/metadata/a", sent, it -> it.setItem("s1", "a", "1"));
  }

  @Test
  void deletesOne() throws IOException {
    try (CannedService service = CannedService.answering(204, "")) {
      client(service).deleteItem("s1", "a b");

      assertThat(service.onlyRequest().line()).isEqualTo("DELETE /v2.1/servers/s1/metadata/a%20b");
    }
  }

  @Test
  void refusesADeletionWithAnotherSuccess() throws IOException {
    try (CannedService service = CannedService.answering(200, "")) {
      assertThatThrownBy(() -> client(service).deleteItem("s1", "a"))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessage("DELETE /servers/s1/metadata/a: expected 204 but found 200");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra      | 1      | extra
          /metadata   | absent | metadata
          /metadata   | null   | metadata
          /metadata   | []     | metadata
          /metadata/a | 1      | a
          /metadata/a | null   | a
          /metadata/a | {}     | a
          """)
  void refusesMetadataThatDiffersIn(String pointer, String value, String reason)
      throws IOException {
    String body = Variation.of(ALL, pointer, value);

    refuses(200, body, it -> it.listMetadata("s1"), "GET /servers/s1/metadata: ", reason);
    refuses(
        200, body, it -> it.replaceMetadata("s1", Map.of()), "PUT /servers/s1/metadata: ", reason);
    refuses(
        200, body, it -> it.updateMetadata("s1", Map.of()), "POST /servers/s1/metadata: ", reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra  | 1      | extra
          /meta   | absent | meta
          /meta   | null   | meta
          /meta/a | true   | a
          /meta/a | null   | a
          """)
  void refusesAnItemThatDiffersIn(String pointer, String value, String reason) throws IOException {
    String body = Variation.of(ONE, pointer, value);

    refuses(200, body, it -> it.getItem("s1", "a"), "GET /servers/s1/metadata/a: ", reason);
    refuses(200, body, it -> it.setItem("s1", "a", "1"), "PUT /servers/s1/metadata/a: ", reason);
  }

  @Test
  void refusesAnotherSuccessThanTheDocumentedOne() throws IOException {
    String reason = "expected 200 but found 202";

    refuses(202, ALL, it -> it.listMetadata("s1"), "GET", reason);
    refuses(202, ALL, it -> it.replaceMetadata("s1", Map.of()), "PUT", reason);
    refuses(202, ALL, it -> it.updateMetadata("s1", Map.of()), "POST", reason);
    refuses(202, ONE, it -> it.getItem("s1", "a"), "GET", reason);
    refuses(202, ONE, it -> it.setItem("s1", "a", "1"), "PUT", reason);
  }

  private static void asks(
      String answer,
      String line,
      String body,
      Function<ServerMetadataClient, Map<String, String>> call)
      throws IOException {
    try (CannedService service = CannedService.answering(200, answer)) {
      assertThat(call.apply(client(service))).containsEntry("a", "1");

      assertThat(service.onlyRequest().line()).isEqualTo(line);
      assertThat(service.onlyRequest().body()).isEqualTo(body);
      assertThat(service.onlyRequest().headers())
          .containsEntry("x-auth-token", "token-of-the-user");
    }
  }

  private static void refuses(
      int status, String body, Function<ServerMetadataClient, ?> call, String start, String reason)
      throws IOException {
    try (CannedService service = CannedService.answering(status, body)) {
      assertThatThrownBy(() -> call.apply(client(service)))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageStartingWith(start)
          .hasMessageContaining(reason);
    }
  }

  private static ServerMetadataClient client(CannedService service) {
    return new ServerMetadataClient(service.endpoint("/v2.1"));
  }
}
