package org.defcore.suite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Wanted;
import org.defcore.client.network.SecurityGroupRule;
import org.defcore.http.json.StrictJson;
import org.junit.jupiter.api.Test;

class FieldClaimsTest {

  private static final SecurityGroupRule TCP =
      new SecurityGroupRule(
          "r1",
          "g1",
          "ingress",
          "IPv4",
          Optional.of("tcp"),
          Optional.of(22),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  @Test
  void answerMayHaveMoreThanWasAskedFor() {
    Wanted wanted =
        Wanted.nameless().with("protocol", "tcp").with("port_range_max", Optional.empty());

    FieldClaims.assertKeeps(wanted, "POST /rules", TCP);
  }

  @Test
  void everyFieldThatDiffersIsNamedWithBothValues() {
    Wanted wanted =
        Wanted.nameless()
            .with("protocol", 6)
            .with("port_range_min", 22)
            .with("port_range_max", 0)
            .with("colour", List.of("red"));

    assertThatThrownBy(() -> FieldClaims.assertKeeps(wanted, "POST /rules", TCP))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("[fields in POST /rules]")
        .hasMessageContaining("/protocol: expected 6 but found \"tcp\"")
        .hasMessageContaining("/port_range_max: expected 0 but found null")
        .hasMessageContaining("/colour: expected [\"red\"] but found no such field")
        .hasMessageNotContaining("/port_range_min");
  }

  @Test
  void nullInADocumentIsNotKeptByLeavingItOut() throws Exception {
    JsonNode before = StrictJson.MAPPER.readTree("{\"id\": \"r1\", \"remote\": null}");
    JsonNode after = StrictJson.MAPPER.readTree("{\"id\": \"r1\"}");

    FieldClaims.assertKeeps(after, "GET /rules/r1", before);
    assertThatThrownBy(() -> FieldClaims.assertKeeps(before, "GET /rules/r1", after))
        .hasMessageContaining("/remote: expected null but found no such field");
  }
}
