package org.defcore.client.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.client.compute.ComputeShapes.TRIAL;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.defcore.client.ClientTrial;
import org.defcore.http.LocalServer.Asked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TagClientTest {

  private static final String TAGS = "{\"tags\": [\"a\"]}";

  private static final ClientTrial<ComputeClient> AT_26 =
      TRIAL.with(Map.of("X-OpenStack-Nova-API-Version", "2.26", "Location", "http://c/tags/a"));

  private record Tags(String sent, int status, String answer, Consumer<TagClient> call) {

    void by(ComputeClient compute) {
      call.accept(compute.server("s1").tags());
    }
  }

  static Stream<Tags> calls() {
    return Stream.of(
        new Tags("GET", 200, TAGS, it -> assertThat(it.list()).containsExactly("a")),
        new Tags("PUT", 200, TAGS, it -> assertThat(it.replace(List.of("a"))).containsExactly("a")),
        new Tags("DELETE", 204, "", TagClient::clear),
        new Tags("PUT /a%20b", 201, "", it -> it.add("a b")),
        new Tags("GET /a%20b", 204, "", it -> it.require("a b")),
        new Tags("DELETE /a%20b", 204, "", it -> it.remove("a b")));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void callsNameTheirMicroversionAndTakeOneStatus(Tags tags) {
    Asked asked = AT_26.sends(tags.status(), tags.answer(), tags::by);

    assertThat(asked.line()).isEqualTo(tags.sent().replaceFirst(" |$", " /v2.1/servers/s1/tags"));
    assertThat(asked.headers()).containsEntry("openstack-api-version", "compute 2.26");
    AT_26.refuses(202, "", tags::by, "expected %d but found 202".formatted(tags.status()));
  }
}
