package org.defcore.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.defcore.http.json.Envelope;
import org.defcore.http.json.StrictJson;
import org.defcore.http.message.Header;
import org.defcore.http.message.HttpResponse;
import org.defcore.http.message.Recording;
import org.defcore.http.message.Recording.Extras;
import org.defcore.http.redact.Masking;
import org.defcore.http.redact.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies with fields that nobody declared. */
@Timeout(20)
class BodyBindingTest {

  private record Zone(String name, int hosts) {}

  private final Secrets secrets = new Secrets();

  private List<Zone> zones(String body, Recording recording) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    HttpResponse response =
        new HttpResponse(
            URI.create("http://c/zones"),
            200,
            List.of(new Header("X-OpenStack-Request-Id", "req-7")),
            bytes,
            3,
            Optional.empty());
    return new BodyBinding("GET /zones", response, new Masking(secrets), recording)
        .bind(
            StrictJson.parse(bytes),
            it -> StrictJson.list(it, "zones", Zone.class, Envelope.CLOSED));
  }

  private static Recording noting() {
    return new Recording(Extras.NOTED);
  }

  private static List<String> places(Recording recording) {
    return recording.extras().stream().map(Recording.Extra::where).toList();
  }

  @ParameterizedTest
  @EnumSource(Extras.class)
  void allFieldsOfAnAnswerAreNotedWhateverBecomesOfIt(Extras mode) {
    Recording recording = new Recording(mode);
    String body =
        "{\"zones\": [{\"name\": \"a\", \"hosts\": 1, \"x\": {\"y\": [1]}},"
            + " {\"name\": \"b\", \"hosts\": 2, \"x\": 2, \"a/b\": 3}], \"total\": 2}";

    if (mode == Extras.NOTED) {
      assertThat(zones(body, recording)).containsExactly(new Zone("a", 1), new Zone("b", 2));
    } else {
      assertThatThrownBy(() -> zones(body, recording))
          .hasMessage("GET /zones: /total: expected no such field but found the number 2 (req-7)");
    }

    assertThat(places(recording)).containsExactly("/total", "/zones/*/x", "/zones/*/a~1b");
    assertThat(recording.extras().get(0))
        .isEqualTo(
            new Recording.Extra(
                "GET /zones",
                "/total",
                "GET /zones: /total: expected no such field but found the number 2 (req-7)",
                3));
  }

  @Test
  void whatIsWrongBesideThemIsNamedItself() {
    assertThatThrownBy(
            () ->
                zones(
                    "{\"x\": 1, \"zones\": [{\"name\": \"a\", \"hosts\": \"1\", \"x\": 1}]}",
                    noting()))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessage(
            "GET /zones: /zones/0/hosts: expected an integer but found the string \"1\" (req-7)");
  }

  @Test
  void listMayBeAsLongAsItLikes() {
    Recording recording = noting();
    String items =
        IntStream.range(0, 20_000)
            .mapToObj(it -> "{\"name\": \"z%d\", \"hosts\": 1, \"x\": 1, \"y\": 2}".formatted(it))
            .collect(Collectors.joining(","));

    assertThat(zones("{\"zones\": [" + items + "]}", recording)).hasSize(20_000);
    assertThat(places(recording)).containsExactly("/zones/*/x", "/zones/*/y");
  }

  @Test
  void oneObjectMayHaveAnyNumberOfThemAndTheFirstOnesAreNoted() {
    Recording recording = noting();
    String fields =
        IntStream.range(0, 50_000)
            .mapToObj(it -> "\"x%d\": 1".formatted(it))
            .collect(Collectors.joining(","));

    assertThat(zones("{\"zones\": [], " + fields + "}", recording)).isEmpty();
    assertThat(recording.extras()).hasSize(1000);
    assertThat(recording.extras().get(1).finding())
        .isEqualTo("GET /zones: /x1: expected no such field");
  }

  @Test
  void secretInANameOrValueStaysOut() {
    Recording recording = noting();
    secrets.add("pa55/w0rd~of-demo");

    zones("{\"zones\": [], \"x-pa55/w0rd~of-demo\": \"pa55/w0rd~of-demo\", \"y\": 1}", recording);

    assertThat(places(recording)).hasSize(2).contains("/y");
    assertThat(recording.extras().toString()).doesNotContain("w0rd", "pa55");
  }

  @Test
  void longNameIsCutAndControlCharactersAreBlanks() {
    Recording recording = noting();

    zones("{\"zones\": [], \"a\\u001b[2J" + "b".repeat(5000) + "\": 1}", recording);

    assertThat(recording.extras())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.where()).startsWith("/a [2Jbbb").hasSize(601).endsWith("…");
              assertThat(it.finding()).hasSize(601);
            });
  }
}
