package org.defcore.client.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.defcore.client.ClientTrial;
import org.defcore.client.RecordSample;
import org.defcore.client.Wanted;
import org.defcore.http.LocalServer.Asked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageClientTest {

  private static final String IMAGE =
      """
      {"id": "i1", "name": "n", "status": "active", "visibility": "private", "size": 1024,
       "virtual_size": 2048, "min_disk": 1, "container_format": "bare", "disk_format": "raw",
       "tags": ["t"], "ramdisk_id": "r", "vendor:extra": 1}
      """;

  private static final ClientTrial<ImageClient> CLIENT = ClientTrial.of(ImageClient::new, "");

  @ParameterizedTest
  @ValueSource(strings = {"/image", "/image/", "/image/v2", "/image/v2/"})
  void startsFromTheRootWhateverTheCatalogueSays(String path) {
    assertThat(
            ClientTrial.of(ImageClient::new, path)
                .sends(200, IMAGE, it -> it.images().get("i1"))
                .line())
        .isEqualTo("GET /image/v2/images/i1");
  }

  @TestFactory
  Stream<DynamicTest> holdsAnImageToTheRuleOf() {
    return new RecordSample(
            IMAGE, "", "GET /v2/images/i1", CLIENT.reading(200, it -> it.images().get("i1")))
        .holds(
            Image.class,
            """
            id               | REQUIRED | 1
            name             | EITHER   | 1
            status           | EITHER   | 1
            visibility       | EITHER   | 1
            container_format | EITHER   | 1
            disk_format      | EITHER   | 1
            size             | EITHER   | "1024"
            virtual_size     | EITHER   | "1024"
            min_disk         | EITHER   | ""
            tags             | EITHER   | "t"
            ramdisk_id       | EITHER   | 1
            """);
  }

  @Test
  void registersAnImageWithItsProperties() {
    Wanted image = Wanted.named("n").with("visibility", "private").with("tags", List.of("t", "u"));

    Asked asked = CLIENT.sends(201, IMAGE, it -> it.images().create(image));

    assertThat(asked.line()).isEqualTo("POST /v2/images");
    assertThat(asked.body())
        .isEqualTo("{\"name\":\"n\",\"visibility\":\"private\",\"tags\":[\"t\",\"u\"]}");
  }

  @Test
  void listsWhatIsUnderImagesAndDeletesWith204() {
    String list = "{\"images\": [" + IMAGE + "], \"first\": \"/v2/images\"}";

    assertThat(CLIENT.reads(200, list, it -> it.images().list()).size()).isEqualTo(1);
    assertThat(CLIENT.sends(204, "", it -> it.images().delete("")).line())
        .isEqualTo("DELETE /v2/images/");
  }

  @Test
  void patchesInTheDialectWithTheOperationAsKey() {
    Asked asked = CLIENT.sends(200, IMAGE, it -> it.updateName("i1", "m"));

    assertThat(asked.line()).isEqualTo("PATCH /v2/images/i1");
    assertThat(asked.body()).isEqualTo("[{\"replace\":\"/name\",\"value\":\"m\"}]");
    assertThat(asked.headers().get("content-type"))
        .startsWith("application/openstack-images-v2.0-json-patch");
  }

  @Test
  void uploadsInChunks() {
    Asked asked = CLIENT.sends(204, "", it -> it.uploadFile("i1", new byte[] {'a', 'b'}));

    assertThat(asked.line()).isEqualTo("PUT /v2/images/i1/file");
    assertThat(asked.body()).isEqualTo("ab");
    assertThat(asked.headers())
        .containsEntry("content-type", "application/octet-stream")
        .containsEntry("transfer-encoding", "chunked")
        .doesNotContainKey("content-length");
  }

  @Test
  void downloadsOrExpectsNothingToDownload() {
    byte[] file = CLIENT.reads(200, "ab", it -> it.getFile("i1"));

    assertThat(file).containsExactly('a', 'b');
    assertThat(CLIENT.sends(204, "", it -> it.getNoFile("i1")).line())
        .isEqualTo("GET /v2/images/i1/file");
    CLIENT.refuses(200, "ab", it -> it.getNoFile("i1"), "expected 204 but found 200");
    CLIENT.refuses(204, "", it -> it.getFile("i1"), "expected 200 but found 204");
  }

  @Test
  void addsAndDeletesTags() {
    Asked add = CLIENT.sends(204, "", it -> it.addTag("i1", "t"));

    assertThat(add.line()).isEqualTo("PUT /v2/images/i1/tags/t");
    assertThat(add.body()).isEmpty();
    assertThat(CLIENT.sends(204, "", it -> it.deleteTag("i1", "t")).line())
        .isEqualTo("DELETE /v2/images/i1/tags/t");
  }

  @Test
  void readsTheNameAndThePropertiesOfASchema() {
    String schema = "{\"name\": \"image\", \"properties\": {\"id\": {}}, \"links\": []}";

    CLIENT
        .assertRead(200, schema, it -> it.getSchema("image"))
        .isEqualTo(
            new SchemaDocument("image", Map.of("id", JsonNodeFactory.instance.objectNode())));
    assertThat(CLIENT.sends(200, schema, it -> it.getSchema("image")).line())
        .isEqualTo("GET /v2/schemas/image");
  }
}
