package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The metadata of servers, volumes and snapshots, which is called in the same way. */
final class MetadataTest {

  @RegisterExtension final SteppedCloud stepped = SteppedCloud.atOnce();

  private final Client client = new Client(stepped.cloud());

  @Test
  void serversTakeMetadataAsAWholeAndKeyByKey() throws Exception {
    String token = client.token("demo", "secret");
    JsonNode images = Client.body(client.send("GET", "/image/v2/images", token));
    String made =
        "{\"server\": {\"name\": \"one\", \"imageRef\": \"%s\", \"flavorRef\": \"1\"}}"
            .formatted(images.at("/images/0/id").asText());

    follow(token, "/compute/v2.1/servers", made, "/server/id");
  }

  @Test
  void volumesTakeMetadataAsAWholeAndKeyByKey() throws Exception {
    HttpResponse<byte[]> login = client.login("demo", "secret");
    String token = login.headers().firstValue("X-Subject-Token").orElseThrow();
    String project = Client.body(login).at("/token/project/id").asText();

    follow(
        token, "/volume/v3/" + project + "/volumes", "{\"volume\": {\"size\": 1}}", "/volume/id");
  }

  @Test
  void snapshotsTakeMetadataAsAWholeAndKeyByKey() throws Exception {
    HttpResponse<byte[]> login = client.login("demo", "secret");
    String token = login.headers().firstValue("X-Subject-Token").orElseThrow();
    String all = "/volume/v3/" + Client.body(login).at("/token/project/id").asText();
    String volume = "{\"volume\": {\"size\": 1}}";
    JsonNode made = Client.body(client.json("POST", all + "/volumes", token, volume));
    String snapshot =
        "{\"snapshot\": {\"volume_id\": \"%s\"}}".formatted(made.at("/volume/id").asText());

    follow(token, all + "/snapshots", snapshot, "/snapshot/id");
  }

  private void follow(String token, String path, String made, String id) throws Exception {
    HttpResponse<byte[]> answer = client.json("POST", path, token, made);
    String all = path + "/" + Client.body(answer).at(id).asText() + "/metadata";

    assertThat(told("PUT", all, token, "{'metadata': {'a': '1', 'b': '2'}}"))
        .isEqualTo("200 {'metadata':{'a':'1','b':'2'}}");
    assertThat(told("POST", all, token, "{'metadata': {'b': '3', 'c': '4'}}"))
        .isEqualTo("200 {'metadata':{'a':'1','b':'3','c':'4'}}");
    assertThat(told("PUT", all + "/c", token, "{'meta': {'c': '5'}}"))
        .isEqualTo("200 {'meta':{'c':'5'}}");
    assertThat(told("GET", all + "/c", token, "")).isEqualTo("200 {'meta':{'c':'5'}}");
    assertThat(told("DELETE", all + "/a", token, "")).matches("20[04] ");
    assertThat(told("PUT", all, token, "{'metadata': {'d': 6}}"))
        .startsWith("400 ")
        .contains("Invalid input for field/attribute d. Value: 6. 6 is not of type 'string'");
    assertThat(told("PUT", all + "/a", token, "{'meta': {'c': '5'}}")).startsWith("400 ");
    assertThat(told("GET", all + "/a", token, "")).startsWith("404 ");
    assertThat(told("DELETE", all + "/a", token, "")).startsWith("404 ");
    assertThat(told("GET", all, token, "")).isEqualTo("200 {'metadata':{'b':'3','c':'5'}}");
  }

  private String told(String method, String path, String token, String body) throws Exception {
    HttpResponse<byte[]> answer = client.json(method, path, token, body.replace('\'', '"'));
    return answer.statusCode() + " " + Client.text(answer).replace('"', '\'');
  }
}
