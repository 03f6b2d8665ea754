package org.defcore.guideline.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.defcore.guideline.read.GuidelineDocument;
import org.defcore.guideline.read.GuidelineDocument.Twice;
import org.defcore.guideline.read.GuidelineReader;
import org.junit.jupiter.api.Test;

class DriftTest {

  private static final String APPROVED =
      """
      {"id": "2030.01", "schema": "1.6", "status": "approved", "releases": ["Zed", "yoga"],
       "platform": {"required": ["compute"]},
       "components": {"compute": {"required": ["one"]}},
       "capabilities": {"one": {"achievements": ["doc"], "admin": false, "description": "d",
         "project": "nova",
         "tests": {"a": {"idempotent_id": "id-00000000-0000-0000-0000-000000000001"}}}},
       "criteria": {"doc": {"Description": "d", "name": "Doc", "weight": 8}}}
      """;
  private static final String LISTED =
      """
      {"id": "2030.01", "schema": "1.2", "status": "superseded", "releases": ["juno"],
       "platform": {"required": ["compute"]}, "components": {"compute": {"required": ["one"]}},
       "capabilities": {"one": {"achievements": [], "admin": false, "description": "d",
         "project": "nova", "tests": ["a", "b"], "flagged": ["b"]}}}
      """;
  private static final String FLAG =
      ", \"flagged\": {\"reason\": \"D400 r\", \"action\": \"a\", \"date\": \"2030-01-01\"}}";

  @Test
  void layoutAndOrderOfKeysDoNotMatter() {
    String other =
        APPROVED
            .replace("\n", "\n\n")
            .replace(
                "\"id\": \"2030.01\", \"schema\": \"1.6\"",
                "\"schema\":\"1.6\",\"id\":\"2030.01\"");

    assertThat(drift(APPROVED, other).result()).isEqualTo(Drift.Result.UNCHANGED);
    assertThat(drift(APPROVED, other).changes()).isEmpty();
  }

  @Test
  void flagsMayBeGained() {
    String flagged = APPROVED.replace("01\"}}}}", "01\"" + FLAG + "}}}");

    assertThat(drift(APPROVED, flagged).result()).isEqualTo(Drift.Result.ALLOWED);
    assertThat(drift(flagged, APPROVED).result()).isEqualTo(Drift.Result.DRIFTED);
    assertThat(drift(flagged, flagged.replace("D400", "D401")).result())
        .isEqualTo(Drift.Result.DRIFTED);
    assertThat(
            drift(APPROVED, APPROVED.replace("01\"}}}}", "01\", \"flagged\": null}}}}")).result())
        .isEqualTo(Drift.Result.DRIFTED);
  }

  @Test
  void listOfFlagsMayGrow() {
    assertThat(drift(LISTED, LISTED.replace("[\"b\"]", "[\"b\", \"a\"]")).result())
        .isEqualTo(Drift.Result.ALLOWED);
    assertThat(drift(LISTED, LISTED.replace("[\"b\"]", "[\"a\"]")).changes())
        .containsExactly(new JsonChange("/capabilities/one/flagged", "\"b\"", "\"a\""));
    assertThat(drift(LISTED, LISTED.replace("[\"b\"]", "[\"a\"]")).result())
        .isEqualTo(Drift.Result.DRIFTED);
  }

  @Test
  void laterGuidelineMaySupersede() {
    assertThat(drift(APPROVED, APPROVED.replace("approved", "superseded")).result())
        .isEqualTo(Drift.Result.ALLOWED);
    assertThat(drift(APPROVED, APPROVED.replace("approved", "draft")).result())
        .isEqualTo(Drift.Result.DRIFTED);
  }

  @Test
  void draftMayChange() {
    String draft = APPROVED.replace("approved", "draft");

    assertThat(drift(draft, draft.replace("\"a\":", "\"b\":")).result())
        .isEqualTo(Drift.Result.NOT_APPROVED);
    assertThat(drift(draft, APPROVED).result()).isEqualTo(Drift.Result.NOT_APPROVED);
  }

  @Test
  void everyOtherChangeIsDriftAndHasItsPlace() {
    Drift drift =
        drift(
            APPROVED,
            APPROVED
                .replace("\"a\":", "\"b/c\":")
                .replace("\"d\", \"name\"", "\"e\", \"name\"")
                .replace("[\"Zed\", \"yoga\"]", "[\"yoga\", \"Zed\"]"));

    assertThat(drift.result()).isEqualTo(Drift.Result.DRIFTED);
    assertThat(drift.changes())
        .extracting(JsonChange::pointer)
        .containsExactly(
            "/capabilities/one/tests/a",
            "/capabilities/one/tests/b~1c",
            "/criteria/doc/Description",
            "/releases");
    assertThat(drift.changes())
        .contains(
            new JsonChange("/criteria/doc/Description", "\"d\"", "\"e\""),
            new JsonChange("/releases", "in another order", "in another order"));
  }

  private static Drift drift(String from, String to) {
    GuidelineReader reader = new GuidelineReader();
    return Drift.of(
        reader.read("from", from.getBytes(UTF_8)),
        json(from),
        reader.read("to", to.getBytes(UTF_8)),
        json(to));
  }

  private static JsonNode json(String text) {
    return GuidelineDocument.parse(text.getBytes(UTF_8), Twice.REFUSE).json().orElseThrow();
  }
}
