package org.defcore.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.defcore.OwnFiles;
import org.defcore.capability.Basis;
import org.defcore.capability.CatalogueEntry;
import org.defcore.explain.Explanation.ExplainedTest;
import org.defcore.explain.Explanation.Kind;
import org.defcore.explain.Explanation.Standing;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.TestId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Capabilities and tests by name, with their standing in the library. */
class ExplainerTest {

  private static final String CONFIRM = "1499262a-9328-4eda-9068-db1ac57498d2";
  private static final TestId ID = TestId.of(CONFIRM);

  private static final Explainer EXPLAINER =
      new Explainer(library(), OwnFiles.CATALOGUE, Map.of(ID, "A server can be resized"));

  @Test
  void aCapabilityIsFollowedThroughTheGuidelines() {
    Explanation explanation = EXPLAINER.explain("volumes-v3-readonly");

    assertThat(explanation.subject().kind()).isEqualTo(Kind.CAPABILITY);
    assertThat(explanation.standings())
        .extracting(it -> it.guideline() + " " + it.required())
        .containsSubsequence("2018.02 true", "2020.06 true");
    assertThat(explanation.source()).isEqualTo("2022.11");
    assertThat(explanation.tests()).isNotEmpty();
    assertThat(explanation.command()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CONFIRM,
        "id-" + CONFIRM,
        "tempest.api.compute.servers.test_server_actions.ServerActionsTestJSON"
            + ".test_resize_server_confirm",
        "tempest.api.compute.servers.test_server_actions.ServerActionsTestJSON"
            + ".test_resize_server_confirm[id-"
            + CONFIRM
            + ",smoke]",
        "tempest.api.compute.servers.test_servers.ServersTestJSON.test_create_server_with_admin_password"
            + "[id-"
            + CONFIRM
            + "]"
      })
  void aTestIsFoundByEverythingItGoesBy(String written) {
    Explanation explanation = EXPLAINER.explain(written);
    ExplainedTest test = explanation.tests().get(0);

    assertThat(explanation.subject().kind()).isEqualTo(Kind.TEST);
    assertThat(explanation.tests()).hasSize(1);
    assertThat(test.id()).contains(ID);
    assertThat(test.flagged()).isPresent();
    assertThat(test.claim()).contains("A server can be resized");
    assertThat(test.entry().map(CatalogueEntry::basis)).contains(Basis.IMPLEMENTATION);
    assertThat(test.corrected().map(CatalogueEntry::name))
        .contains("defcore.compute.servers.resize_confirm");
    assertThat(explanation.firstRequired()).contains("2015.03");
    assertThat(explanation.command())
        .contains("defcore run --os-cloud CLOUD --guideline 2020.06 --test " + CONFIRM);
  }

  @Test
  void anAliasLeadsToTheTest() {
    String alias =
        "tempest.api.compute.servers.test_list_server_filters.ListServerFiltersTestJSON"
            + ".test_list_servers_filter_by_server_status";

    assertThat(EXPLAINER.explain(alias).tests().get(0).id())
        .contains(TestId.of("ca78e20e-fddb-4ce6-b7f7-bcbf8605e66e"));
  }

  @Test
  void aFlagIsPartOfWhatAGuidelineSays() {
    List<Standing> standings = EXPLAINER.explain(CONFIRM).standings();

    assertThat(standings.get(1).words())
        .containsExactly(
            "required in platform, compute", "in compute-servers", "flagged: no reason given");
    assertThat(standings.get(0).words())
        .containsExactly("required in platform, compute", "in compute-servers");
  }

  @Test
  void aTestOfADraftAloneIsExplainedByTheDraft() {
    Explanation explanation = EXPLAINER.explain("defcore.compute.images.create_delete");

    assertThat(explanation.source()).isEqualTo("2026.11");
    assertThat(explanation.standings()).hasSize(1);
  }

  @Test
  void anUnknownNameGetsTheNearest() {
    assertThatThrownBy(() -> EXPLAINER.explain("compute-server-create"))
        .isInstanceOf(UnknownSubject.class)
        .hasMessage(
            "expected a capability, or the id, name or alias of a test but found"
                + " \"compute-server-create\": nearest are compute-servers-create,"
                + " compute-servers-update, compute-images-create");
    assertThatThrownBy(() -> EXPLAINER.explain("keypairs"))
        .hasMessageContaining("nearest are compute-keypairs, compute-keypairs-create, ");
    assertThatThrownBy(() -> EXPLAINER.explain("00000000-0000-0000-0000-000000000000"))
        .isInstanceOf(UnknownSubject.class);
  }

  @Test
  void callsComeFromEvidenceAlone() {
    Explanation explanation = EXPLAINER.explain(CONFIRM);
    ObservedCall call = new ObservedCall("GET", "/servers", List.of(200));

    assertThat(explanation.tests().get(0).calls()).isEmpty();
    assertThat(explanation.calling(Map.of(ID, List.of(call)), "run x").tests().get(0).calls())
        .containsExactly(call);
    assertThat(explanation.calling(Map.of(), "run x").callsFrom()).contains("run x");
  }

  private static Map<String, Guideline> library() {
    Map<String, Guideline> library = new LinkedHashMap<>();
    OwnFiles.GUIDELINES
        .list()
        .forEach(entry -> entry.guideline().ifPresent(it -> library.put(entry.name(), it)));
    return library;
  }
}
