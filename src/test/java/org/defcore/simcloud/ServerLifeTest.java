package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.defcore.simcloud.pace.HandClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Servers as a client of the simulated cloud sees them, with a clock that is moved by hand. */
final class ServerLifeTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @RegisterExtension final SteppedCloud stepped = SteppedCloud.inStagesOf(SECOND);

  private final HandClock clock = stepped.clock();
  private final SimulatedCloud cloud = stepped.cloud();
  private final Client client = new Client(cloud);

  @Test
  void aServerIsBuiltStageByStage() throws Exception {
    String server = create("one");

    assertThat(seen(server, 4))
        .containsExactly(
            "BUILD building scheduling 0",
            "BUILD building networking 0",
            "BUILD building spawning 0",
            "ACTIVE active null 1");
    assertThat(show(server).at("/addresses/private/0/addr").asText()).isEqualTo("10.0.0.2");
    assertThat(show(server).path("OS-SRV-USG:launched_at").asText())
        .isEqualTo("2026-01-31T12:00:03.000000");
    assertThat(cloud.resources()).containsExactly("server " + server + " one");
  }

  @Test
  void aServerHasNoAddressesBeforeItsNetwork() throws Exception {
    String server = create("one");

    clock.pass(SECOND);
    assertThat(show(server).path("addresses")).isEmpty();
    clock.pass(SECOND);
    assertThat(show(server).path("addresses")).hasSize(1);
  }

  @Test
  void aDeletedServerGoesStageByStageAndGivesItsAddressBack() throws Exception {
    String server = running("one");

    assertThat(call("DELETE", "/" + server, "").statusCode()).isEqualTo(204);
    assertThat(seen(server, 1)).containsExactly("ACTIVE active deleting 1");
    assertThat(call("GET", "/" + server, "").statusCode()).isEqualTo(404);
    assertThat(cloud.resources()).isEmpty();
    assertThat(show(running("two")).at("/addresses/private/0/addr").asText()).isEqualTo("10.0.0.2");
  }

  @Test
  void aServerThatIsStoppedAndStartedSaysSoMeanwhile() throws Exception {
    String server = running("one");

    assertThat(act(server, "{\"os-stop\": null}")).isEqualTo(202);
    assertThat(act(server, "{\"os-stop\": null}")).isEqualTo(409);
    assertThat(seen(server, 2))
        .containsExactly("ACTIVE active powering-off 1", "SHUTOFF stopped null 4");
    assertThat(act(server, "{\"os-start\": null}")).isEqualTo(202);
    assertThat(seen(server, 2))
        .containsExactly("SHUTOFF stopped powering-on 4", "ACTIVE active null 1");
  }

  @Test
  void aRebootIsShownInTheStatus() throws Exception {
    String server = running("one");

    act(server, "{\"reboot\": {\"type\": \"HARD\"}}");
    assertThat(seen(server, 2))
        .containsExactly("HARD_REBOOT active rebooting_hard 1", "ACTIVE active null 1");
    act(server, "{\"reboot\": {\"type\": \"SOFT\"}}");
    assertThat(seen(server, 2))
        .containsExactly("REBOOT active rebooting 1", "ACTIVE active null 1");
  }

  @Test
  void anActionIsLoggedUnderTheIdOfItsRequest() throws Exception {
    String server = running("one");

    HttpResponse<byte[]> answer =
        call("POST", "/" + server + "/action", "{\"reboot\": {\"type\": \"HARD\"}}");
    String id = answer.headers().firstValue("x-compute-request-id").orElseThrow();

    JsonNode logged = Client.body(call("GET", "/" + server + "/os-instance-actions/" + id, ""));
    assertThat(logged.at("/instanceAction/action").asText()).isEqualTo("reboot");
  }

  @Test
  void aLockedServerIsLeftAloneUntilItIsUnlocked() throws Exception {
    String server = running("one");

    act(server, "{\"lock\": null}");
    HttpResponse<byte[]> refused = call("POST", "/" + server + "/action", "{\"os-stop\": null}");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Client.body(refused).at("/conflictingRequest/message").asText())
        .isEqualTo("Instance " + server + " is locked");
    act(server, "{\"unlock\": null}");
    assertThat(act(server, "{\"os-stop\": null}")).isEqualTo(202);
  }

  @Test
  void aResizedServerWaitsForADecision() throws Exception {
    String server = running("one");

    act(server, "{\"resize\": {\"flavorRef\": \"2\"}}");
    assertThat(seen(server, 4))
        .containsExactly(
            "RESIZE active resize_prep 1",
            "RESIZE active resize_migrating 1",
            "RESIZE active resize_migrated 1",
            "VERIFY_RESIZE resized null 1");
    assertThat(show(server).at("/flavor/id").asText()).isEqualTo("2");
    assertThat(act(server, "{\"revertResize\": null}")).isEqualTo(202);
    assertThat(seen(server, 2))
        .containsExactly("REVERT_RESIZE resized resize_reverting 1", "ACTIVE active null 1");
    assertThat(show(server).at("/flavor/id").asText()).isEqualTo("1");
  }

  @Test
  void aConfirmedServerKeepsItsNewFlavor() throws Exception {
    String server = running("one");
    act(server, "{\"resize\": {\"flavorRef\": \"2\"}}");
    clock.pass(SECOND.multipliedBy(4));

    assertThat(act(server, "{\"confirmResize\": null}")).isEqualTo(204);

    assertThat(seen(server, 2))
        .containsExactly("VERIFY_RESIZE resized null 1", "ACTIVE active null 1");
    assertThat(show(server).at("/flavor/id").asText()).isEqualTo("2");
  }

  @Test
  void aResizeIsDecidedOnceAndNotUnderALock() throws Exception {
    String server = running("one");
    act(server, "{\"resize\": {\"flavorRef\": \"2\"}}");
    clock.pass(SECOND.multipliedBy(4));

    act(server, "{\"lock\": null}");
    assertThat(act(server, "{\"confirmResize\": null}")).isEqualTo(409);
    act(server, "{\"unlock\": null}");
    assertThat(act(server, "{\"revertResize\": null}")).isEqualTo(202);
    assertThat(act(server, "{\"confirmResize\": null}")).isEqualTo(409);
  }

  @Test
  void anImageOfAServerGrowsWhileTheServerIsBusyWithIt() throws Exception {
    String server = running("one");

    HttpResponse<byte[]> answer =
        call("POST", "/" + server + "/action", "{\"createImage\": {\"name\": \"copy\"}}");

    String image = answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
    List<String> together = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      together.add(image(image).path("status").asText() + ": " + state(server));
      clock.pass(SECOND);
    }
    assertThat(together)
        .containsExactly(
            "queued: ACTIVE active image_snapshot_pending 1",
            "saving: ACTIVE active image_uploading 1",
            "active: ACTIVE active null 1");
    assertThat(image(image).path("image_type").asText()).isEqualTo("snapshot");
    assertThat(image(image).path("instance_uuid").asText()).isEqualTo(server);
  }

  @Test
  void aServerGoneLetsGoOfItsVolumes() throws Exception {
    String server = running("one");
    String volumes = "/volume/v3/" + show(server).path("tenant_id").asText() + "/volumes";
    String token = client.token("demo", "secret");
    JsonNode made = Client.body(client.json("POST", volumes, token, "{\"volume\": {\"size\": 1}}"));
    String volume = made.at("/volume/id").asText();
    clock.pass(SECOND);
    String body = "{\"volumeAttachment\": {\"volumeId\": \"%s\"}}".formatted(volume);
    assertThat(call("POST", "/" + server + "/os-volume_attachments", body).statusCode())
        .isEqualTo(200);
    clock.pass(SECOND);
    assertThat(show(server).at("/os-extended-volumes:volumes_attached/0/id").asText())
        .isEqualTo(volume);

    call("DELETE", "/" + server, "");
    clock.pass(SECOND);
    assertThat(call("GET", "/" + server, "").statusCode()).isEqualTo(404);
    clock.pass(SECOND);

    JsonNode left = Client.body(client.send("GET", volumes + "/" + volume, token));
    assertThat(left.at("/volume/status").asText()).isEqualTo("available");
  }

  @Test
  void limitsFollowTheServers() throws Exception {
    running("one");

    String token = client.token("demo", "secret");
    JsonNode limits = Client.body(client.send("GET", "/compute/v2.1/limits", token));

    assertThat(limits.at("/limits/absolute/totalInstancesUsed").asInt()).isEqualTo(1);
    assertThat(limits.at("/limits/absolute/totalRAMUsed").asInt()).isEqualTo(512);
  }

  private String create(String name) throws Exception {
    String token = client.token("demo", "secret");
    JsonNode images = Client.body(client.send("GET", "/image/v2/images", token));
    String body =
        "{\"server\": {\"name\": \"%s\", \"imageRef\": \"%s\", \"flavorRef\": \"1\"}}"
            .formatted(name, images.at("/images/0/id").asText());
    return Client.body(call("POST", "", body)).at("/server/id").asText();
  }

  private String running(String name) throws Exception {
    String server = create(name);
    clock.pass(SECOND.multipliedBy(3));
    assertThat(state(server)).isEqualTo("ACTIVE active null 1");
    return server;
  }

  /** Returns the states that a client sees now and after each further stage. */
  private List<String> seen(String server, int times) throws Exception {
    List<String> states = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      states.add(state(server));
      clock.pass(i == times - 1 && times > 1 ? Duration.ZERO : SECOND);
    }
    return states;
  }

  private String state(String server) throws Exception {
    JsonNode shown = show(server);
    return "%s %s %s %s"
        .formatted(
            shown.path("status").asText(),
            shown.path("OS-EXT-STS:vm_state").asText(),
            shown.path("OS-EXT-STS:task_state").asText(),
            shown.path("OS-EXT-STS:power_state").asText());
  }

  private JsonNode show(String server) throws Exception {
    return Client.body(call("GET", "/" + server, "")).path("server");
  }

  private JsonNode image(String image) throws Exception {
    String token = client.token("demo", "secret");
    return Client.body(client.send("GET", "/image/v2/images/" + image, token));
  }

  private int act(String server, String body) throws Exception {
    return call("POST", "/" + server + "/action", body).statusCode();
  }

  private HttpResponse<byte[]> call(String method, String path, String body) throws Exception {
    String token = client.token("demo", "secret");
    return client.json(method, "/compute/v2.1/servers" + path, token, body);
  }
}
