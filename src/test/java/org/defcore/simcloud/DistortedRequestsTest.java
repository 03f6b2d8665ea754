package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.defcore.simcloud.defect.DefectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Defects in what an operation is asked, and of operations that are not done. */
final class DistortedRequestsTest {

  private static final String IMAGES = "/image/v2/images";
  private static final String NAMED = "{\"name\": \"mine\", \"colour\": \"red\"}";

  private final SimulatedCloud cloud =
      SimulatedCloud.start(SimulatedCloudOptions.usual().withPassword("secret"));
  private final Client client = new Client(cloud);
  private String token = "";

  @BeforeEach
  void logIn() throws Exception {
    token = client.token("demo", "secret");
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  @Test
  void ignoresAParameter() throws Exception {
    cloud.switchOn(List.of("image.images.list.query-drop=limit"));

    assertThat(get(IMAGES + "?limit=1").path("images")).hasSize(3);
    assertThat(get(IMAGES + "?limit=1&name=simulated").path("images")).hasSize(1);
  }

  @Test
  void showsADefectAtTheFirstRequestsOnly() throws Exception {
    cloud.switchOn(
        List.of(
            "image.images.list.refuse=429",
            "image.images.list.header-set=Retry-After:7",
            "image.images.list.times=2"));

    for (int i = 0; i < 2; i++) {
      HttpResponse<byte[]> limited = client.send("GET", IMAGES, token);
      assertThat(limited.statusCode()).isEqualTo(429);
      assertThat(limited.headers().firstValue("Retry-After")).contains("7");
    }
    assertThat(get(IMAGES).path("images")).hasSize(3);
  }

  @Test
  void showsADefectAfterTheFirstRequests() throws Exception {
    cloud.switchOn(List.of("image.images.list.refuse=429", "image.images.list.after=1"));

    assertThat(get(IMAGES).path("images")).hasSize(3);
    assertThat(client.send("GET", IMAGES, token).statusCode()).isEqualTo(429);
  }

  @Test
  void readsAnotherParameter() throws Exception {
    cloud.switchOn(List.of("image.images.list.query-set=name:simulated"));

    assertThat(get(IMAGES + "?name=other").path("images")).hasSize(1);
    assertThat(get(IMAGES).path("images")).hasSize(1);
  }

  @Test
  void ignoresAKeyOfTheDocument() throws Exception {
    cloud.switchOn(List.of("image.images.create.body-drop=/colour"));

    JsonNode made = Client.body(client.json("POST", IMAGES, token, NAMED));

    assertThat(made.path("name").asText()).isEqualTo("mine");
    assertThat(made.has("colour")).isFalse();
  }

  @Test
  void readsAnotherKeyOfTheDocument() throws Exception {
    cloud.switchOn(List.of("image.images.create.body-set=/name:\"other\""));

    JsonNode made = Client.body(client.json("POST", IMAGES, token, NAMED));

    assertThat(made.path("name").asText()).isEqualTo("other");
    assertThat(made.path("colour").asText()).isEqualTo("red");
  }

  @Test
  void ignoresAndReplacesItemsOfAList() throws Exception {
    String image = image();
    cloud.switchOn(
        List.of("image.images.update.body-drop=/0", "image.images.update.body-set=/*/value:\"x\""));

    JsonNode changed =
        Client.body(
            patch(
                image,
                """
                [{"op": "replace", "path": "/name", "value": "first"},
                 {"op": "add", "path": "/second", "value": "second"}]
                """));

    assertThat(changed.path("name").asText()).isEqualTo("mine");
    assertThat(changed.path("second").asText()).isEqualTo("x");
  }

  @Test
  void leavesWhatIsNoDocumentAsItIs() throws Exception {
    cloud.switchOn(List.of("image.images.create.body-drop=/name"));

    assertThat(client.json("POST", IMAGES, token, "{\"name\": ").statusCode()).isEqualTo(400);
  }

  @Test
  void ignoresAndReadsHeaders() throws Exception {
    String account =
        "/object-store/v1/AUTH_"
            + Client.body(client.login("demo", "secret")).at("/token/project/id").asText();
    put(account + "/box", Map.of());
    cloud.switchOn(
        List.of(
            "object-store.objects.create.sent-header-drop=X-Object-Meta-Colour",
            "object-store.objects.create.sent-header-set=Content-Type:text/other"));

    put(account + "/box/thing", Map.of("X-Object-Meta-Colour", "red", "Content-Type", "text/html"));

    HttpResponse<byte[]> thing = client.send("HEAD", account + "/box/thing", token);
    assertThat(thing.headers().firstValue("X-Object-Meta-Colour")).isEmpty();
    assertThat(thing.headers().firstValue("Content-Type")).contains("text/other");
  }

  @Test
  void answersAsIfDoneAndDoesNothing() throws Exception {
    String image = image();
    cloud.switchOn(List.of("image.images.delete.idle=204"));

    HttpResponse<byte[]> answer = client.send("DELETE", image, token);

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("X-Openstack-Request-Id")).isPresent();
    assertThat(client.send("GET", image, token).statusCode()).isEqualTo(200);
    assertThat(client.send("DELETE", image, "none").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          identity.auth-projects.list | /identity/v3/auth/projects       | {"error":{"code":403,
          compute.flavors.list        | /compute/v2.1/flavors            | {"forbidden":{"code":403,
          image.images.list           | /image/v2/images                 | 403 Forbidden
          network.networks.list       | /network/v2.0/networks           | {"NeutronError":{"type":
          object-store.info.show      | /object-store/info               | <html><h1>Refused</h1>
          """)
  void refusesInTheFormOfTheService(String operation, String path, String start) throws Exception {
    cloud.switchOn(List.of(operation + ".refuse=403"));

    HttpResponse<byte[]> answer = client.send("GET", path, token);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Client.text(answer)).startsWith(start);
    assertThat(answer.headers().map().keySet())
        .anyMatch(it -> it.equalsIgnoreCase("x-openstack-request-id"));
  }

  @Test
  void refusesAndDoesNothing() throws Exception {
    String image = image();
    cloud.switchOn(List.of("image.images.delete.refuse=409"));

    assertThat(client.send("DELETE", image, token).statusCode()).isEqualTo(409);
    assertThat(client.send("GET", image, token).statusCode()).isEqualTo(200);
  }

  @Test
  void doesWhatAnotherOperationDoes() throws Exception {
    cloud.switchOn(List.of("image.images.show-empty-id.as=image.images.list"));

    assertThat(get(IMAGES + "/").path("images")).hasSize(3);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          query-drop=a&b           | query-drop=<parameter> but found "a&b"
          query-set=name           | query-set=<parameter>:<value> but found "name"
          body-drop=name           | body-drop=<pointer> but found "name"
          body-set=name:1          | body-set=<pointer>:<json> but found "name:1"
          body-set=/name:other     | body-set=<pointer>:<json> but found "/name:other"
          sent-header-drop=a:b     | sent-header-drop=<name> but found "a:b"
          sent-header-set=a        | sent-header-set=<name>:<value> but found "a"
          idle=404                 | idle=<code> but found "404"
          refuse=204               | refuse=<code> but found "204"
          as=image.images.sing     | as=<operation> but found "image.images.sing"
          as=compute.flavors.list  | as=<operation> but found "compute.flavors.list"
          """)
  void saysWhatAValueHasToBe(String defect, String expected) {
    assertThatThrownBy(() -> cloud.switchOn(List.of("image.images.list." + defect)))
        .isInstanceOf(DefectException.class)
        .hasMessage("defect \"image.images.list.%s\": expected %s".formatted(defect, expected));
  }

  private JsonNode get(String path) throws Exception {
    return Client.body(client.send("GET", path, token));
  }

  private String image() throws Exception {
    return IMAGES
        + "/"
        + Client.body(client.json("POST", IMAGES, token, NAMED)).path("id").asText();
  }

  private HttpResponse<byte[]> patch(String image, String body)
      throws IOException, InterruptedException {
    Map<String, String> headers =
        Map.of(
            "X-Auth-Token", token, "Content-Type", "application/openstack-images-v2.1-json-patch");
    return client.send("PATCH", image, headers, BodyPublishers.ofString(body));
  }

  private void put(String path, Map<String, String> headers) throws Exception {
    Map<String, String> all = new TreeMap<>(headers);
    all.put("X-Auth-Token", token);
    assertThat(client.send("PUT", path, all, BodyPublishers.noBody()).statusCode()).isEqualTo(201);
  }
}
