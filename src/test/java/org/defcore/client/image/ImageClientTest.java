package org.defcore.client.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.defcore.client.CannedService;
import org.defcore.client.Query;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageClientTest {

  private static final String IMAGE =
      """
      {"id": "i1", "name": "n", "status": "active", "visibility": "private", "size": 1024,
       "container_format": "bare", "disk_format": "raw", "tags": ["t"], "ramdisk_id": "r",
       "vendor:extra": 1}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"/image", "/image/", "/image/v2", "/image/v2/"})
  void startsFromTheRootWhateverTheCatalogueSays(String path) throws IOException {
    try (CannedService service = CannedService.answering(200, IMAGE)) {
      Image image = new ImageClient(service.endpoint(path)).getImage("i1");

      assertThat(image.size()).contains(1024L);
      assertThat(image.tags()).contains(List.of("t"));
      assertThat(image.ramdiskId()).contains("r");
      assertThat(service.onlyRequest().line()).isEqualTo("GET /image/v2/images/i1");
    }
  }

  @Test
  void findsAnImageOrSaysThatItIsNotThere() throws IOException {
    try (CannedService there = CannedService.answering(200, IMAGE);
        CannedService gone = CannedService.answering(404, "{}")) {
      assertThat(client(there).findImage("i1")).map(Image::name).contains(Optional.of("n"));
      assertThat(client(gone).findImage("i1")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {203, 403, 503})
  void takesNoOtherAnswerForAnImageThatIsNotThere(int status) throws IOException {
    try (CannedService service = CannedService.answering(status, IMAGE)) {
      assertThatThrownBy(() -> client(service).findImage("i1"))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessage("GET /v2/images/i1: expected 200 or 404 but found " + status);
    }
  }

  @Test
  void takesAnImageOfWhichOnlyTheIdIsTold() throws IOException {
    try (CannedService service =
        CannedService.answering(200, "{\"id\": \"i1\", \"size\": null, \"name\": null}")) {
      assertThat(client(service).getImage("i1").size()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name": "n"}                | id
          {"id": "i1", "size": "1024"} | size
          {"id": "i1", "tags": "t"}    | tags
          {"id": "i1", "min_disk": ""} | min_disk
          """)
  void refusesTheImage(String body, String reason) throws IOException {
    try (CannedService service = CannedService.answering(200, body)) {
      assertThatThrownBy(() -> client(service).getImage("i1"))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining(reason);
    }
  }

  @Test
  void registersAnImageWithItsProperties() throws IOException {
    try (CannedService service = CannedService.answering(201, IMAGE)) {
      NewImage image =
          NewImage.bare("n", "raw")
              .with("visibility", "private")
              .with("ramdisk_id", "r")
              .tagged("t", "u");

      assertThat(client(service).createImage(image).id()).isEqualTo("i1");

      assertThat(service.onlyRequest().line()).isEqualTo("POST /v2/images");
      assertThat(service.onlyRequest().body())
          .isEqualTo(
              "{\"name\":\"n\",\"container_format\":\"bare\",\"disk_format\":\"raw\","
                  + "\"ramdisk_id\":\"r\",\"visibility\":\"private\",\"tags\":[\"t\",\"u\"]}");
    }
  }

  @Test
  void registersAnImageWithNothingMore() throws IOException {
    try (CannedService service = CannedService.answering(201, IMAGE)) {
      client(service).createImage(NewImage.bare("n", "vhd").inContainer("wrong"));

      assertThat(service.onlyRequest().body())
          .isEqualTo("{\"name\":\"n\",\"container_format\":\"wrong\",\"disk_format\":\"vhd\"}");
    }
  }

  @Test
  void filtersTheList() throws IOException {
    try (CannedService service =
        CannedService.answering(200, "{\"images\": [" + IMAGE + "], \"first\": \"/v2/images\"}")) {
      List<Image> found =
          client(service).listImages(Query.by("size_min", 1), Query.by("name", "a b"));

      assertThat(found).extracting(Image::id).containsExactly("i1");
      assertThat(service.onlyRequest().line())
          .matches("GET /v2/images\\?size_min=1&name=a(%20|\\+)b");
    }
  }

  @Test
  void patchesInTheDialectWithTheOperationAsKey() throws IOException {
    try (CannedService service = CannedService.answering(200, IMAGE)) {
      client(service).updateImageName("i1", "m");

      assertThat(service.onlyRequest().line()).isEqualTo("PATCH /v2/images/i1");
      assertThat(service.onlyRequest().body())
          .isEqualTo("[{\"replace\":\"/name\",\"value\":\"m\"}]");
      assertThat(service.onlyRequest().headers().get("content-type"))
          .startsWith("application/openstack-images-v2.0-json-patch");
    }
  }

  @Test
  void uploadsInChunks() throws IOException {
    try (CannedService service = CannedService.answering(204, "")) {
      client(service).uploadFile("i1", new byte[] {'a', 'b'});

      assertThat(service.onlyRequest().line()).isEqualTo("PUT /v2/images/i1/file");
      assertThat(service.onlyRequest().body()).isEqualTo("ab");
      assertThat(service.onlyRequest().headers())
          .containsEntry("content-type", "application/octet-stream")
          .containsEntry("transfer-encoding", "chunked")
          .doesNotContainKey("content-length");
    }
  }

  @Test
  void downloadsOrExpectsNothingToDownload() throws IOException {
    try (CannedService full = CannedService.answering(200, "ab");
        CannedService empty = CannedService.answering(204, "")) {
      assertThat(client(full).getFile("i1")).containsExactly('a', 'b');
      client(empty).getNoFile("i1");
      assertThatThrownBy(() -> client(full).getNoFile("i1"))
          .hasMessageContaining("GET /v2/images/i1/file: expected 204 but found 200");
      assertThatThrownBy(() -> client(empty).getFile("i1"))
          .hasMessageContaining("GET /v2/images/i1/file: expected 200 but found 204");
    }
  }

  @Test
  void keepsTheSlashBeforeAnEmptyId() throws IOException {
    try (CannedService service = CannedService.answering(204, "")) {
      client(service).deleteImage("");

      assertThat(service.onlyRequest().line()).isEqualTo("DELETE /v2/images/");
    }
  }

  @Test
  void addsAndDeletesTags() throws IOException {
    try (CannedService service = CannedService.answering(204, "")) {
      client(service).addTag("i1", "t");
      client(service).deleteTag("i1", "t");

      assertThat(service.asked())
          .extracting(CannedService.Asked::line)
          .containsExactly("PUT /v2/images/i1/tags/t", "DELETE /v2/images/i1/tags/t");
      assertThat(service.asked()).extracting(CannedService.Asked::body).containsOnly("");
    }
  }

  @Test
  void readsTheNameOfASchema() throws IOException {
    try (CannedService service =
        CannedService.answering(200, "{\"name\": \"image\", \"properties\": {}}")) {
      assertThat(client(service).getSchema("image")).isEqualTo(new SchemaDocument("image"));
      assertThat(service.onlyRequest().line()).isEqualTo("GET /v2/schemas/image");
    }
  }

  private static ImageClient client(CannedService service) {
    return new ImageClient(service.endpoint(""));
  }
}
