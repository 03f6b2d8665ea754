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

/** Volumes as a client of the simulated cloud sees them, with a clock that is moved by hand. */
final class VolumesTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String ONE = "{\"volume\": {\"size\": 1, \"name\": \"one\"}}";

  @RegisterExtension final SteppedCloud stepped = SteppedCloud.inStagesOf(SECOND);

  private final HandClock clock = stepped.clock();
  private final SimulatedCloud cloud = stepped.cloud();
  private final Client client = new Client(cloud);

  @Test
  void aVolumeIsCreatedStageByStage() throws Exception {
    String volume = create(ONE);

    assertThat(status(volume)).isEqualTo("creating");
    clock.pass(SECOND);
    assertThat(status(volume)).isEqualTo("available");
    assertThat(delete(volume)).isEqualTo(202);
    assertThat(status(volume)).isEqualTo("deleting");
    assertThat(cloud.resources()).singleElement().asString().startsWith("volume ").endsWith(" one");
    clock.pass(SECOND);
    assertThat(status(volume)).isEqualTo("404");
    assertThat(cloud.resources()).isEmpty();
  }

  @Test
  void aVolumeThatIsStillWorkedOnIsNotDeleted() throws Exception {
    String volume = create(ONE);

    assertThat(delete(volume)).isEqualTo(400);
    clock.pass(SECOND);
    assertThat(delete(volume)).isEqualTo(202);
    assertThat(delete(volume)).isEqualTo(400);
  }

  @Test
  void aVolumeFromAnImageCarriesWhatIsKnownOfTheImage() throws Exception {
    String token = client.token("demo", "secret");
    JsonNode images = Client.body(client.send("GET", "/image/v2/images", token));
    JsonNode image = images.at("/images/0");
    String body =
        "{\"volume\": {\"size\": 1, \"imageRef\": \"%s\"}}".formatted(image.path("id").asText());

    String volume = create(body);

    assertThat(status(volume)).isEqualTo("creating");
    clock.pass(SECOND);
    assertThat(status(volume)).isEqualTo("downloading");
    assertThat(show(volume).path("bootable").asText()).isEqualTo("false");
    clock.pass(SECOND);
    assertThat(status(volume)).isEqualTo("available");
    assertThat(show(volume).path("bootable").asText()).isEqualTo("true");
    assertThat(show(volume).at("/volume_image_metadata/image_name")).isEqualTo(image.path("name"));
    assertThat(show(volume).at("/volume_image_metadata/checksum"))
        .isEqualTo(image.path("checksum"));
  }

  @Test
  void tenVolumesAreAllThatAProjectMayHave() throws Exception {
    for (int i = 0; i < 10; i++) {
      create(ONE);
    }

    HttpResponse<byte[]> refusal = post(ONE);

    assertThat(refusal.statusCode()).isEqualTo(413);
    assertThat(Client.body(refusal).path("overLimit").path("retryAfter").asText()).isEqualTo("0");
  }

  @Test
  void theVolumesOfAProjectShareItsGigabytes() throws Exception {
    create("{\"volume\": {\"size\": 999}}");

    assertThat(post("{\"volume\": {\"size\": 2}}").statusCode()).isEqualTo(413);
    assertThat(post(ONE).statusCode()).isEqualTo(202);
  }

  @Test
  void pagesFollowOneAnotherThroughTheWholeList() throws Exception {
    List<String> created = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      created.add(0, create(ONE).replaceAll(".*/", ""));
    }

    List<String> met = new ArrayList<>();
    String next = all() + "?limit=2";
    while (!next.isEmpty()) {
      JsonNode page = Client.body(client.send("GET", next, client.token("demo", "secret")));
      page.path("volumes").findValuesAsText("id").forEach(met::add);
      next = page.at("/volumes_links/0/href").asText("");
    }

    assertThat(met).isEqualTo(created);
  }

  @Test
  void listsAreSortedUpAndDown() throws Exception {
    for (String volume :
        List.of("b\", \"size\": \"2", "a\", \"size\": \"1", "c\", \"size\": \"1")) {
      create("{\"volume\": {\"name\": \"" + volume + "\"}}");
    }

    assertThat(names("sort=name:asc")).containsExactly("a", "b", "c");
    assertThat(names("sort=name")).containsExactly("c", "b", "a");
    assertThat(names("sort=size:asc,name:desc")).containsExactly("c", "a", "b");
    assertThat(names("sort_key=size&sort_dir=desc")).startsWith("b");
    assertThat(names("sort=created_at:asc")).containsExactly("b", "a", "c");
  }

  private String all() throws Exception {
    String project = Client.body(client.login("demo", "secret")).at("/token/project/id").asText();
    return "/volume/v3/" + project + "/volumes";
  }

  private HttpResponse<byte[]> post(String body) throws Exception {
    return client.json("POST", all(), client.token("demo", "secret"), body);
  }

  private String create(String body) throws Exception {
    HttpResponse<byte[]> created = post(body);
    assertThat(created.statusCode()).as(Client.text(created)).isEqualTo(202);
    return all() + "/" + Client.body(created).at("/volume/id").asText();
  }

  private int delete(String volume) throws Exception {
    return client.send("DELETE", volume, client.token("demo", "secret")).statusCode();
  }

  private JsonNode show(String volume) throws Exception {
    HttpResponse<byte[]> shown = client.send("GET", volume, client.token("demo", "secret"));
    return Client.body(shown).path("volume");
  }

  private String status(String volume) throws Exception {
    HttpResponse<byte[]> shown = client.send("GET", volume, client.token("demo", "secret"));
    return shown.statusCode() == 200
        ? Client.body(shown).at("/volume/status").asText()
        : String.valueOf(shown.statusCode());
  }

  private List<String> names(String query) throws Exception {
    HttpResponse<byte[]> list =
        client.send("GET", all() + "?" + query, client.token("demo", "secret"));
    return Client.body(list).path("volumes").findValuesAsText("name");
  }
}
