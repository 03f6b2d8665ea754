package org.defcore.guideline.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Roots;
import org.defcore.guideline.library.GuidelineLibrary;
import org.defcore.guideline.read.GuidelineReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuidelineProcessTest {

  private static final String FLAG =
      ", \"flagged\": {\"reason\": \"D400 r\", \"action\": \"a\", \"date\": \"%s\"}";

  private final GuidelineReader reader = new GuidelineReader();
  private final GuidelineLibrary library = Roots.OURS.library();

  @ParameterizedTest
  @CsvSource({
    "advisory,required,0",
    "deprecated,required,0",
    "required,required,0",
    "removed,required,1",
    "none,required,1",
    "none,advisory,0"
  })
  void whatBecomesRequiredWasAdvisory(String before, String after, int times) {
    assertThat(breaches(guideline("2030.01", before, ""), guideline("2030.02", after, "")))
        .filteredOn(it -> it.rule() == ProcessRule.REQUIRED_UNANNOUNCED)
        .hasSize(times);
  }

  @ParameterizedTest
  @CsvSource({
    "required,removed,1",
    "required,none,1",
    "required,deprecated,0",
    "required,advisory,0",
    "deprecated,removed,0",
    "advisory,none,0"
  })
  void whatWasRequiredIsDeprecatedBeforeItGoes(String before, String after, int times) {
    assertThat(breaches(guideline("2030.01", before, ""), guideline("2030.02", after, "")))
        .filteredOn(it -> it.rule() == ProcessRule.REMOVED_UNANNOUNCED)
        .hasSize(times);
  }

  @Test
  void breachSaysWhereAndWhat() {
    assertThat(breaches(guideline("2030.01", "removed", ""), guideline("2030.02", "required", "")))
        .containsExactly(
            new ProcessBreach(
                ProcessRule.REQUIRED_UNANNOUNCED,
                "2030.02",
                "/capabilities/cap",
                "\"cap\" is required by compute and was removed in 2030.01"));
    assertThat(breaches(guideline("2030.01", "required", ""), guideline("2030.02", "none", "")))
        .containsExactly(
            new ProcessBreach(
                ProcessRule.REMOVED_UNANNOUNCED,
                "2030.01",
                "/capabilities/cap",
                "\"cap\" was required by compute and is in no target in 2030.02"));
  }

  @Test
  void flagIsNotCarriedOverUnlessItIsArguedAnew() {
    Guideline first = guideline("2030.01", "required", FLAG.formatted("2029-01-01"));

    assertThat(breaches(first, guideline("2030.02", "required", FLAG.formatted("2029-01-01"))))
        .containsExactly(
            new ProcessBreach(
                ProcessRule.FLAG_CARRIED_OVER,
                "2030.02",
                "/capabilities/cap/tests/t.a",
                "\"t.a\" is still flagged as in 2030.01, on 2029-01-01"));
    assertThat(breaches(first, guideline("2030.02", "required", FLAG.formatted("2030-03-01"))))
        .isEmpty();
  }

  @Test
  void approvedGuidelineKeepsTestsAndFlags() {
    Guideline before = guideline("2030.01", "required", FLAG.formatted("2029-01-01"));
    Guideline after =
        read(json("2030.01", "required", "").replace("\"t.b\"", "\"t.c\"").replace("02\"", "03\""));

    assertThat(breaches(before, after))
        .extracting(ProcessBreach::rule, ProcessBreach::pointer)
        .containsExactly(
            tuple(ProcessRule.TEST_ADDED, "/capabilities/cap/tests/t.c"),
            tuple(ProcessRule.TEST_REMOVED, "/capabilities/cap/tests/t.b"),
            tuple(ProcessRule.FLAG_DROPPED, "/capabilities/cap/tests/t.a"));
  }

  @Test
  void draftMayChange() {
    Guideline before = read(json("2030.01", "required", "").replace("approved", "draft"));
    Guideline after =
        read(json("2030.01", "required", "").replace("\"t.b\"", "\"t.c\"").replace("02\"", "03\""));

    assertThat(breaches(before, after)).isEmpty();
  }

  @Test
  void noMoreThanTwoOfASeriesAreApproved() {
    Guideline first = guideline("2030.01", "required", "");
    Guideline second = guideline("2030.02", "required", "");
    Guideline third = guideline("2029.01", "required", "");
    Guideline other = guideline("dns.2029.01", "required", "");

    assertThat(new GuidelineProcess(diff(first, second)).breaches(List.of(other))).isEmpty();
    assertThat(new GuidelineProcess(diff(first, second)).breaches(List.of(other, third)))
        .extracting(ProcessBreach::found)
        .containsExactly("2029.01, 2030.01, 2030.02 are approved, 3 at a time");
  }

  @ParameterizedTest
  @CsvSource({
    "2015.04,2015.05,1,0,33",
    "2015.05,2015.07,46,11,0",
    "2016.08,2017.01,2,2,46",
    "2017.09,2018.02,0,0,13",
    "2019.11,2020.06,0,0,11",
    "2020.06,2026.11,0,0,9"
  })
  void publishedGuidelinesDidNotKeepIt(String from, String to, int entered, int left, int flags) {
    List<ProcessBreach> breaches =
        new GuidelineProcess(diff(library.find(from), library.find(to))).breaches(List.of());

    assertThat(breaches)
        .filteredOn(it -> it.rule() == ProcessRule.REQUIRED_UNANNOUNCED)
        .hasSize(entered);
    assertThat(breaches)
        .filteredOn(it -> it.rule() == ProcessRule.REMOVED_UNANNOUNCED)
        .hasSize(left);
    assertThat(breaches)
        .filteredOn(it -> it.rule() == ProcessRule.FLAG_CARRIED_OVER)
        .hasSize(flags);
  }

  @Test
  void fiveGuidelinesAreApprovedAtATime() {
    List<Guideline> all = library.list().stream().flatMap(it -> it.guideline().stream()).toList();

    assertThat(
            new GuidelineProcess(diff(library.find("2019.11"), library.find("2020.06")))
                .breaches(all))
        .filteredOn(it -> it.rule() == ProcessRule.TOO_MANY_APPROVED)
        .extracting(ProcessBreach::found)
        .containsExactly("2018.11, 2019.06, 2019.11, 2020.06, 2022.11 are approved, 5 at a time");
  }

  private List<ProcessBreach> breaches(Guideline from, Guideline to) {
    return new GuidelineProcess(diff(from, to)).breaches(List.of());
  }

  private static GuidelineDiff diff(Guideline from, Guideline to) {
    return GuidelineDiff.of(from, to, Map.of());
  }

  /** One with a capability of that status and two tests, the first with that flag. */
  private Guideline guideline(String id, String status, String flag) {
    return read(json(id, status, flag));
  }

  private Guideline read(String json) {
    return reader.read("test", json.getBytes(UTF_8));
  }

  private static String json(String id, String status, String flag) {
    return """
    {"metadata": {"id": "%s", "schema": "2.0",
       "os_trademark_approval": {"status": "approved", "releases": ["zed"],
         "target_approval": "2030.01"}},
     "platforms": {"OpenStack Powered Compute": {"components": [{"name": "c"}]}},
     "components": {"c": {"capabilities": {"required": [], "%s": ["cap"]}}},
     "capabilities": {"cap": {"achievements": [], "admin": false, "description": "d",
       "project": "nova", "tests": {
         "t.a": {"idempotent_id": "id-00000000-0000-0000-0000-000000000001"%s},
         "t.b": {"idempotent_id": "id-00000000-0000-0000-0000-000000000002"}}}}}
    """
        .formatted(id, status, flag)
        .replace("\"required\": [], \"required\"", "\"required\"");
  }
}
