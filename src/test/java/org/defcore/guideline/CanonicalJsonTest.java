package org.defcore.guideline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void sortsKeysAtEveryDepthAndDropsWhiteSpace() throws JsonProcessingException {
    assertThat(canonical("{ \"b\": [ {\"d\": 1, \"c\": null} ], \"a\": \"ü/\\\"\\n\" }"))
        .isEqualTo("{\"a\":\"ü/\\\"\\n\",\"b\":[{\"c\":null,\"d\":1}]}");
  }

  @Test
  void hashIsThatOfTheCanonicalBytes() throws JsonProcessingException {
    assertThat(CanonicalJson.hash(json.readTree(" { } ")))
        .isEqualTo("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  }

  @Test
  void hashOfAPublishedGuidelineIsWhatPythonComputes() {
    assertThat(Roots.ORIGINALS.library().find("2020.06").contentHash())
        .isEqualTo("sha256:700fe290af7b371de5fad9e348b42f2d3d6c5b7b5d92d93472c918a557ebb111");
  }

  private String canonical(String text) throws JsonProcessingException {
    return new String(CanonicalJson.bytes(json.readTree(text)), UTF_8);
  }
}
