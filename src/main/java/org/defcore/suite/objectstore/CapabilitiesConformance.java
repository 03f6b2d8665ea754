package org.defcore.suite.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** The capabilities that an object store announces. */
final class CapabilitiesConformance {

  @InteropTest(id = "6eb04a6a-4860-4e31-ba91-ea3347d76b58")
  @Claim("The object store shows its capabilities without authentication, as a JSON object")
  void capabilitiesAreAJsonObject(Cloud cloud) {
    JsonNode info = cloud.member().objectStore().getInfo();

    assertThat(info.getNodeType()).as("body of GET /info").isEqualTo(JsonNodeType.OBJECT);
  }
}
