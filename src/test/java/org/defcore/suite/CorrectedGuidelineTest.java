package org.defcore.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.OwnFiles;
import org.defcore.capability.Catalogue;
import org.defcore.capability.CatalogueEntry;
import org.defcore.guideline.TestId;
import org.defcore.guideline.draft.GuidelineLayout;
import org.junit.jupiter.api.Test;

/**
 * Checks that the draft is its published predecessor with corrected tests instead of those that
 * they correct, and advisory capabilities of its successor that need one; {@code -Dgolden.update}
 * rewrites it.
 */
class CorrectedGuidelineTest {

  private static final Path FOLDER = Path.of("guidelines");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> RELEASES = List.of("2025.1", "2025.2", "2026.1", "2026.2");

  private final Catalogue catalogue = OwnFiles.CATALOGUE;

  @Test
  void draftIsItsPredecessorWithTheCorrectedTests() throws IOException {
    GoldenPage.assertSame(FOLDER.resolve("2026.11.json"), GuidelineLayout.text(draft()));
  }

  @Test
  void draftLeavesOutOnlyTestsThatAskForMoreThanTheApi() throws IOException {
    String before = Files.readString(FOLDER.resolve("2020.06.json"));
    String draft = Files.readString(FOLDER.resolve("2026.11.json"));

    List<CatalogueEntry> replaced =
        catalogue.entries().stream()
            .filter(it -> before.contains(it.id().toString()))
            .filter(it -> !draft.contains(it.id().toString()))
            .toList();

    assertThat(replaced)
        .hasSizeGreaterThanOrEqualTo(10)
        .allMatch(it -> it.basis().isBeyondTheApi())
        .allMatch(it -> catalogue.correctionOf(it.id()).isPresent());
  }

  private ObjectNode draft() throws IOException {
    ObjectNode draft = (ObjectNode) JSON.readTree(Files.readString(FOLDER.resolve("2020.06.json")));
    ObjectNode metadata = (ObjectNode) draft.path("metadata");
    metadata.put("id", "2026.11");
    ObjectNode approval = (ObjectNode) metadata.path("os_trademark_approval");
    approval.put("target_approval", "2026.11").put("replaces", "2020.06").put("status", "draft");
    RELEASES.forEach(approval.putArray("releases")::add);
    addLater(draft);
    for (JsonNode capability : draft.path("capabilities")) {
      ((ObjectNode) capability).set("tests", corrected(capability.path("tests")));
    }
    return draft;
  }

  /** Adds, as advisory, what only the last guideline has, as far as a corrected test stands in. */
  private void addLater(ObjectNode draft) throws IOException {
    JsonNode last = JSON.readTree(Files.readString(FOLDER.resolve("2022.11.json")));
    ObjectNode capabilities = (ObjectNode) draft.path("capabilities");
    for (Map.Entry<String, JsonNode> later : last.path("capabilities").properties()) {
      ObjectNode tests = (ObjectNode) later.getValue().path("tests").deepCopy();
      tests.properties().removeIf(it -> correction(it.getValue()).isEmpty());
      if (!tests.isEmpty() && !capabilities.has(later.getKey())) {
        ObjectNode added = capabilities.putObject(later.getKey());
        added.setAll((ObjectNode) later.getValue());
        added.set("tests", tests);
        component(draft, later.getKey(), last).add(later.getKey());
      }
    }
  }

  private static ArrayNode component(ObjectNode draft, String capability, JsonNode last) {
    String key =
        last.path("components").properties().stream()
            .filter(
                it -> it.getValue().at("/capabilities/required").toString().contains(capability))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    return (ArrayNode) draft.at("/components/" + key + "/capabilities/advisory");
  }

  private ObjectNode corrected(JsonNode tests) {
    ObjectNode corrected = JsonNodeFactory.instance.objectNode();
    tests
        .properties()
        .forEach(
            it -> {
              Optional<CatalogueEntry> instead = correction(it.getValue());
              if (instead.isPresent()) {
                corrected
                    .putObject(instead.get().name())
                    .put("idempotent_id", "id-" + instead.get().id());
              } else {
                corrected.set(it.getKey(), it.getValue());
              }
            });
    return corrected;
  }

  private Optional<CatalogueEntry> correction(JsonNode test) {
    String id = test.path("idempotent_id").asText();
    return catalogue.correctionOf(TestId.of(id.replaceFirst("^id-", "")));
  }
}
