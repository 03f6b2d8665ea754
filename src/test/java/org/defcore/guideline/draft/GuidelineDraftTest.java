package org.defcore.guideline.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.GuidelineFiles;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.Status;
import org.defcore.guideline.diff.GuidelineDiff;
import org.defcore.guideline.draft.JsonText.Span;
import org.defcore.guideline.draft.JsonText.Value;
import org.defcore.guideline.read.GuidelineReader;
import org.junit.jupiter.api.Test;

/** The text of the next draft of a guideline. */
class GuidelineDraftTest {

  private static final String TEXT =
      """
      {"metadata": {"id": "2027.06", "schema": "2.0",
          "source": "https://example.org/2027.06.json",
          "os_trademark_approval": {"target_approval": "2027.06",  "status": "approved",
            "releases": ["zed"]}},
       "platforms": {"P": {"description": "d", "components": [{"name": "a"}, {"name": "b"}]}},
       "components": {
         "a": {"capabilities": {
            "required": [ "one" ],
            "advisory": [
              "two",
              "three"
            ],
            "deprecated": [
              "four"
            ],
            "removed": ["five", "six"]}},
         "b": {"capabilities": {"required": [], "advisory": ["seven"], "deprecated": [],
            "removed": [], "note": "six"}}},
       "capabilities": {
         "one": %s,
         "two": %s,
         "three": %s, "four": %s,
         "five": %s,
         "six": %s,
         "seven": %s
       }
      }
      """
          .formatted(
              capability("2015.03", ""),
              capability(
                  "", "\"t\": {\"idempotent_id\": \"id-6c0a0990-43b6-4529-9b61-5fd8daf7c55c\"}"),
              capability("", ""),
              capability("", ""),
              capability("", ""),
              capability("", ""),
              capability("", ""));

  @Test
  void statusesMoveByTheProcess() {
    Guideline draft = read(draft(TEXT, Optional.empty()));

    assertThat(statuses(draft, "a"))
        .isEqualTo(
            Map.of(
                Status.REQUIRED, List.of("one", "two", "three"),
                Status.ADVISORY, List.of(),
                Status.DEPRECATED, List.of(),
                Status.REMOVED, List.of("four")));
    assertThat(statuses(draft, "b").get(Status.REQUIRED)).containsExactly("seven");
    assertThat(draft.capabilities().keySet())
        .containsExactly("one", "two", "three", "four", "seven");
    assertThat(draft.id()).isEqualTo("2027.11");
    assertThat(draft.approval()).isEqualTo("draft");
    assertThat(draft.replaces()).contains("2027.06");
    assertThat(draft.annex().targetApproval()).contains("2027.11");
    assertThat(draft.capabilities().get("one").requiredSince()).contains("2015.03");
    assertThat(draft.capabilities().get("two").requiredSince()).contains("2027.11");
    assertThat(draft.capabilities().get("four").requiredSince()).isEmpty();
  }

  @Test
  void layoutStaysAsItIs() {
    assertThat(draft(TEXT, Optional.of("2028.06")))
        .contains("\"required\": [ \"one\", \"two\", \"three\" ],\n      \"advisory\": [],\n")
        .contains("\"removed\": [\n        \"four\"\n      ]}},")
        .contains(
            "{\"replaces\": \"2027.06\",\"target_approval\": \"2028.06\",  \"status\": \"draft\",")
        .contains("https://example.org/2028.06.json")
        .endsWith("\n }\n}\n");
  }

  @Test
  void aCapabilityThatAnotherComponentListsIsNotDropped() {
    String shared = TEXT.replace("\"required\": [], \"adv", "\"required\": [\"five\"], \"adv");

    assertThat(read(draft(shared, Optional.empty())).capabilities()).containsKey("five");
  }

  @Test
  void flagsAreDroppedWhereverTheyStand() {
    String flag =
        "\"flagged\": {\"reason\": \"D400 r\", \"action\": \"a\", \"date\": \"2026-01-01\"}";
    String id = "\"idempotent_id\": \"id-6c0a0990-43b6-4529-9b61-5fd8daf7c55c\"";
    for (String test :
        List.of(flag + ", " + id, id + ", " + flag, id + ", " + flag + ", \"aliases\": [\"x\"]")) {
      String draft = draft(TEXT.replace("{" + id, "{" + test), Optional.empty());

      assertThat(draft).doesNotContain("flagged").contains(id);
    }
  }

  @Test
  void withoutAChangeTheBytesAreTheSame() throws IOException {
    for (String name : GuidelineFiles.names()) {
      String text = Files.readString(GuidelineFiles.FOLDER.resolve(name + ".json"));
      TextEdits edits = new TextEdits(text);
      List<Value> values = new ArrayList<>(List.of(JsonText.of(text)));
      while (!values.isEmpty()) {
        Value value = values.remove(values.size() - 1);
        edits.replace(value.span(), edits.text(value.span()));
        values.addAll(value.items());
        value.members().values().forEach(it -> values.add(it.value()));
        List<Span> parts = value.members().values().stream().map(JsonText.Member::span).toList();
        if (!parts.isEmpty()) {
          edits.remove(value.inside(), parts, it -> false);
        }
      }

      assertThat(edits.result()).as(name).isEqualTo(text);
    }
  }

  @Test
  void theDraftOfARealGuidelineDiffersInFewLines() throws IOException {
    Path file = Path.of("guidelines", "2020.06.json");
    List<String> before = Files.readAllLines(file);
    List<String> after =
        GuidelineDraft.of("2020.06", Files.readAllBytes(file), Optional.empty()).lines().toList();

    List<String> gone = new ArrayList<>(before);
    after.forEach(gone::remove);
    List<String> came = new ArrayList<>(after);
    before.forEach(came::remove);

    assertThat(came)
        .map(String::strip)
        .contains(
            "\"id\": \"2020.11\",",
            "\"source\": \"https://opendev.org/openstack/interop/raw/branch/master/2020.11.json\",",
            "\"target_approval\": \"2020.11\",",
            "\"replaces\": \"2020.06\",",
            "\"status\": \"draft\"");
    assertThat(came).hasSizeLessThanOrEqualTo(12);
    assertThat(gone).hasSizeLessThanOrEqualTo(70);
    assertThat(before.size() - after.size()).isEqualTo(11 * 5);
  }

  @Test
  void everyGuidelineOfSchemaTwoGivesADraftThatCanBeRead() throws IOException {
    int drafts = 0;
    for (String name : GuidelineFiles.names()) {
      byte[] content = Files.readAllBytes(GuidelineFiles.FOLDER.resolve(name + ".json"));
      Guideline before = new GuidelineReader().read(name, content);
      if (before.schema().equals("2.0")) {
        Guideline draft = read(GuidelineDraft.of(name, content, Optional.of("2030.06")));
        GuidelineDiff diff = GuidelineDiff.of(before, draft, Map.of());

        drafts++;
        assertThat(diff.tests().added()).as(name).isEmpty();
        assertThat(diff.tests().moved()).as(name).allMatch(it -> it.joined().isEmpty());
        assertThat(diff.tests().renamed()).as(name).isEmpty();
        assertThat(diff.addedCapabilities()).as(name).isEmpty();
        assertThat(diff.tests().flags()).as(name).allMatch(it -> it.to().isEmpty());
        assertThat(draft.capabilities().values())
            .as(name)
            .flatMap(Capability::tests)
            .noneMatch(GuidelineTest::flagged);
      }
    }
    assertThat(drafts).isGreaterThan(15);
  }

  @Test
  void anAddOnKeepsItsNameAndTheWayItWritesItsTarget() throws IOException {
    Path file = Path.of("guidelines", "add-ons", "orchestration.2020.06.json");

    String text = GuidelineDraft.of("x", Files.readAllBytes(file), Optional.empty());

    assertThat(read(text).id()).isEqualTo("orchestration.2020.11");
    assertThat(text).contains("\"target_approval\": \"orchestration.2020.11\"");
    assertThat(read(text).replaces()).contains("orchestration.2020.06");
  }

  @Test
  void aCycleFollowsInJuneOrNovember() {
    Map.of(
            "2027.06", "2027.11",
            "2027.11", "2028.06",
            "2027.02", "2027.06",
            "dns.2027.09", "dns.2027.11")
        .forEach(
            (before, after) ->
                assertThat(
                        read(draft(
                                TEXT.replace("\"id\": \"2027.06\"", "\"id\": \"" + before + "\""),
                                Optional.empty()))
                            .id())
                    .isEqualTo(after));
  }

  @Test
  void aByteOrderMarkStays() {
    String draft = draft("\uFEFF" + TEXT, Optional.empty());

    assertThat(draft).isEqualTo("\uFEFF" + draft(TEXT, Optional.empty()));
  }

  @Test
  void whatCannotBeDraftedIsRefused() throws IOException {
    byte[] old = Files.readAllBytes(Path.of("guidelines", "2016.08.json"));

    assertThatThrownBy(() -> GuidelineDraft.of("2016.08", old, Optional.empty()))
        .isInstanceOf(GuidelineException.class)
        .hasMessage("2016.08: expected schema 2.0 but found 1.6: drafts are made from that alone");
    assertThatThrownBy(() -> draft(TEXT, Optional.of("next")))
        .hasMessage(
            "--id: expected an id that ends in a year and month, as 2027.06, but found \"next\"");
    assertThatThrownBy(() -> draft(TEXT, Optional.of("2027.06")))
        .hasMessage(
            "--id: expected another id than that of the guideline before but found \"2027.06\"");
    assertThatThrownBy(
            () -> draft(TEXT.replace("\"id\": \"2027.06\"", "\"id\": \"next\""), Optional.empty()))
        .hasMessage("file: no cycle follows from the id \"next\": name the draft's with --id");
    assertThatThrownBy(
            () ->
                draft(
                    TEXT.replace("\"removed\": [\"five\", \"six\"]", "\"x\": []"),
                    Optional.empty()))
        .hasMessage(
            "file: /components/a/capabilities: expected the key \"removed\" but found none: a draft"
                + " needs it");
  }

  private static String draft(String text, Optional<String> id) {
    return GuidelineDraft.of("file", text.getBytes(StandardCharsets.UTF_8), id);
  }

  private static Guideline read(String text) {
    return new GuidelineReader().read("draft", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<Status, List<String>> statuses(Guideline guideline, String component) {
    return Optional.ofNullable(guideline.components().get(component))
        .map(Guideline.Component::capabilities)
        .orElse(Map.of());
  }

  private static String capability(String since, String tests) {
    return """
        {"achievements": [], "admin": false, "description": "d", "project": "nova",
           "required_since": "%s", "tests": {%s}}"""
        .formatted(since, tests);
  }
}
