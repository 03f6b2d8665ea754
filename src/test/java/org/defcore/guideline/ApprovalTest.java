package org.defcore.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.OwnFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalTest {

  private static Guideline guideline(String id, String approval, Optional<String> target) {
    return new Guideline(
        id,
        "2.0",
        "sha256:" + "0".repeat(64),
        approval,
        Optional.empty(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        new Annex(
            target, Optional.empty(), List.of(), List.of(), List.of(), List.of(), Optional.empty()),
        List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "2016.08, 2016-08-23, '', 2016-08-23",
    "2020.06, 2020.06, '', 2020-06-01",
    "2015.03, , '', 2015-03-01",
    "dns.2020.06, 2020.06, dns, 2020-06-01",
    "orchestration.2018.11, orchestration.2018.11, orchestration, 2018-11-01",
    "orchestration.next, 2018.02, orchestration, 2018-02-01",
    "2020.13, , '2020.13', ",
    "mine, soon, mine, ",
    "mine, 2026-02-30, mine, "
  })
  void dayIsTheFilesOwnOrThatOfItsCycle(String id, String target, String series, LocalDate day) {
    Guideline guideline = guideline(id, "approved", Optional.ofNullable(target));

    assertThat(Approval.given(guideline)).isTrue();
    assertThat(Approval.of(guideline))
        .isEqualTo(Optional.ofNullable(day).map(it -> new Approval(id, series, it)));
  }

  @Test
  void draftHasNone() {
    Guideline draft = guideline("2020.06", "draft", Optional.empty());

    assertThat(Approval.given(draft)).isFalse();
    assertThat(Approval.of(draft)).isEmpty();
  }

  @Test
  void everyPublishedGuidelineButTheDraftsHasOne() {
    List<Approval> approvals = OwnFiles.GUIDELINES.approvals();

    assertThat(approvals).filteredOn(it -> it.series().isEmpty()).hasSize(14);
    assertThat(approvals).filteredOn(it -> it.series().equals("dns")).hasSize(5);
    assertThat(approvals).filteredOn(it -> it.series().equals("orchestration")).hasSize(5);
    assertThat(approvals)
        .as("read alone and with all of the file")
        .hasSize(24)
        .containsExactlyElementsOf(
            OwnFiles.GUIDELINES.list().stream()
                .flatMap(it -> Approval.of(it.guideline().orElseThrow()).stream())
                .toList());
  }
}
