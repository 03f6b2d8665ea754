package org.defcore.client.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.client.AnswerShape;
import org.defcore.client.FieldRule;
import org.defcore.client.IpAddress;
import org.defcore.client.Wanted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that the records of compute accept and refuse. */
class ComputeShapesTest {

  private static Stream<AnswerShape<ComputeClient>> shapes() {
    return ComputeShapes.all();
  }

  private static Stream<Arguments> rules() {
    return shapes().flatMap(shape -> shape.fieldRules().stream().map(it -> arguments(shape, it)));
  }

  private static AnswerShape<ComputeClient> shape(String name) {
    return shapes().filter(it -> it.toString().equals(name)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void knowsARuleForEveryField(AnswerShape<ComputeClient> shape) throws JsonProcessingException {
    shape.assertComplete();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holdsToTheRuleOf(AnswerShape<ComputeClient> shape, FieldRule rule)
      throws JsonProcessingException {
    shape.check(rule);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void refusesAFieldBesideTheOneOfTheBody(AnswerShape<ComputeClient> shape)
      throws JsonProcessingException {
    shape.refuses("/extra", "1", "extra");
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void refusesAFieldThatItDoesNotKnow(AnswerShape<ComputeClient> shape)
      throws JsonProcessingException {
    if (shape.shape() == Server.Named.class) {
      shape.takes(shape.at() + "/extra", "1");
    } else {
      shape.refuses(shape.at() + "/extra", "1", "extra");
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void canPassOverAFieldInEveryObject(AnswerShape<ComputeClient> shape)
      throws JsonProcessingException {
    assertThat(shape.passedOver()).contains("/vendor:rack");
  }

  @Test
  void passesOverFieldsWhereverTheyAre() throws JsonProcessingException {
    assertThat(shape("GET /servers/detail: Server").passedOver())
        .containsExactlyInAnyOrder(
            "/vendor:rack",
            "/servers/*/vendor:rack",
            "/servers/*/image/vendor:rack",
            "/servers/*/image/links/*/vendor:rack",
            "/servers/*/flavor/vendor:rack",
            "/servers/*/flavor/links/*/vendor:rack",
            "/servers/*/links/*/vendor:rack",
            "/servers/*/fault/vendor:rack",
            "/servers/*/addresses/shared/*/vendor:rack",
            "/servers/*/os-extended-volumes:volumes_attached/*/vendor:rack");
  }

  @ParameterizedTest
  @CsvFileSource(resources = "differences.csv", delimiter = '|', quoteCharacter = '`')
  void refusesWhatDiffersIn(String shape, String pointer, String value, String reason)
      throws JsonProcessingException {
    shape(shape).refuses(pointer, value, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /servers/s1: Server | /server/OS-EXT-STS:power_state | 0
          GET /servers/s1: Server | /server/OS-EXT-STS:power_state | 1
          GET /servers/s1: Server | /server/OS-EXT-STS:power_state | 3
          GET /servers/s1: Server | /server/OS-EXT-STS:power_state | 4
          GET /servers/s1: Server | /server/OS-EXT-STS:power_state | 6
          GET /servers/s1: Server | /server/OS-EXT-STS:power_state | 7
          GET /servers/s1: Server | /server/accessIPv4 | "10.0.0.7"
          GET /servers/s1: Server | /server/accessIPv6 | "fd00::7"
          GET /servers/s1: Server | /server/accessIPv6 | "::ffff:10.0.0.7"
          GET /images/i7: ServerSnapshot | /image/status | "ACTIVE"
          GET /images/i7: ServerSnapshot | /image/status | "DELETED"
          GET /images/i7: ServerSnapshot | /image/status | "ERROR"
          GET /images/i7: ServerSnapshot | /image/status | "UNKNOWN"
          GET /flavors/1: Flavor | /flavor/swap        | 512
          GET /flavors/1: Flavor | /flavor/rxtx_factor | 1
          """)
  void takesWhatDiffersIn(String shape, String pointer, String value)
      throws JsonProcessingException {
    shape(shape).takes(pointer, value);
  }

  @Test
  void readsAllThatAServerTells() {
    Server server = server(ComputeBodies.SERVER);

    assertThat(server.core().imageId()).contains("i1");
    assertThat(server.addresses().get("shared"))
        .extracting(ServerAddress::bare)
        .containsExactly(new ServerAddress.Bare(4, new IpAddress("10.0.0.7")));
    assertThat(server.volumesAttached()).contains(List.of(new Server.AttachedVolume("v1")));
    assertThat(server).hasToString("server s1 in status ACTIVE, task spawning, fault no host");
  }

  @Test
  void serverRestsOnlyInItsStatusAndWithoutATask() {
    Server resting = server(ComputeBodies.SERVER.replace("\"spawning\"", "null"));

    assertThat(resting.rests("ACTIVE")).isTrue();
    assertThat(resting.rests("SHUTOFF")).isFalse();
    assertThat(server(ComputeBodies.SERVER).rests("ACTIVE")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"i1\"", "null"})
  void serverOnAVolumeHasNoImage(String image) {
    String another = "\"image\": " + image + ", \"flavor\"";
    String body = ComputeBodies.SERVER.replaceFirst("(?s)\"image\": .*?\"flavor\"", another);
    String rebuilt = ComputeBodies.REBUILT.replaceFirst("(?s)\"image\": .*?\"flavor\"", another);

    assertThat(server(body).core().imageId()).isEmpty();
    assertThat(rebuilt(rebuilt).core().imageId()).isEmpty();
    assertThat(rebuilt(ComputeBodies.REBUILT).core().imageId()).contains("i1");
  }

  @Test
  void flavorHasTheSummaryThatTheBriefListHas() {
    Flavor flavor =
        ComputeShapes.TRIAL.reads(200, ComputeBodies.FLAVOR, it -> it.flavors().get("1"));

    ComputeShapes.TRIAL
        .assertRead(200, ComputeBodies.FLAVORS, it -> it.flavors().as(Summary.class).list())
        .isEqualTo(List.of(flavor.summary()));
  }

  @Test
  void secretsAreReadButNotShown() {
    ServerCreation<ServerCreation.Created> creation =
        ComputeShapes.TRIAL.reads(
            202, ComputeBodies.CREATED, it -> it.createServer(Wanted.named("web")));
    KeyPair.Created pair =
        ComputeShapes.TRIAL.reads(
            200, ComputeBodies.KEY_PAIR, it -> it.keyPairs().create(Wanted.named("k")));

    assertThat(creation.server().adminPass()).contains("the-first-password");
    assertThat(rebuilt(ComputeBodies.REBUILT).adminPass()).contains("the-new-password");
    assertThat(pair.privateKey()).contains("the-private-half");
    assertThat(creation.toString()).contains("server s1").doesNotContain("the-first-password");
    assertThat(rebuilt(ComputeBodies.REBUILT)).hasToString("server s1 in status ACTIVE");
    assertThat(new KeyPair.CreatedWithType(pair, "ssh").toString())
        .contains("key pair k with fingerprint 55:8a")
        .doesNotContain("the-private-half");
  }

  @Test
  void updateTellsNoPassword() {
    String body = ComputeBodies.UPDATED.replace("\"id\": \"s1\"", "\"adminPass\": \"pw-1\"");

    ComputeShapes.TRIAL
        .refusal(200, body, it -> it.server("s1").update(Wanted.nameless()))
        .hasMessageContaining("adminPass")
        .hasMessageNotContaining("pw-1");
  }

  private static Server server(String body) {
    return ComputeShapes.TRIAL.reads(200, body, it -> it.servers().get("s1"));
  }

  private static Server.Rebuilt rebuilt(String body) {
    return ComputeShapes.TRIAL.reads(202, body, it -> it.server("s1").rebuild(Wanted.named("web")));
  }
}
