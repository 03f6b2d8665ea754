package org.defcore.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.defcore.scoring.WorksheetFormsTest.line;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.Status;
import org.defcore.guideline.read.GuidelineReader;
import org.defcore.scoring.Points.State;
import org.defcore.scoring.Tabulation.Difference;
import org.defcore.scoring.Tabulation.Own;
import org.defcore.scoring.Tabulation.Row;
import org.defcore.scoring.Worksheet.Group;
import org.junit.jupiter.api.Test;

/** Totals, ranks, and what one more criterion would change. */
class TabulationTest {

  /** Every criterion weighs 8, but deployed weighs 12; the cutoff is 20. */
  private static final Guideline GUIDELINE =
      guideline(
          "\"cutoff_score\": 20, \"criteria\": {%s}"
              .formatted(
                  Arrays.stream(Criterion.values())
                      .map(
                          it ->
                              "\"%s\": {\"name\": \"N %s\", \"description\": \"d\", \"weight\": %d}"
                                  .formatted(it.key(), it.key(), it == Criterion.DEPLOYED ? 12 : 8))
                      .collect(Collectors.joining(","))));

  @Test
  void aLineIsWorthTheWeightsOfWhatIsMet() {
    Row row = only(line("a", "110000000000", Score.MET, ""));

    assertThat(row.points()).isEqualTo(new Points(20, State.COMPLETE));
    assertThat(row.points().total()).isEqualTo(20);
    assertThat(row.over()).isTrue();
    assertThat(row.lifts()).isEmpty();
  }

  @Test
  void anOpenScoreMakesTheTotalNegativeAndKeepsItUnderTheCutoff() {
    Row row = only(line("a", "1110000000?0", Score.MET, ""));

    assertThat(row.points()).isEqualTo(new Points(28, State.INCOMPLETE));
    assertThat(row.points().total()).isEqualTo(-28);
    assertThat(row.over()).isFalse();
    assertThat(row.lifts()).containsExactly("atomic");
  }

  @Test
  void nothingAloneLiftsALineWithTwoOpenScores() {
    Row row = only(line("a", "111000000??0", Score.MET, ""));

    assertThat(row.lifts()).isEmpty();
  }

  @Test
  void whatNeedsAnAdministratorIsWorthNothing() {
    Row row = only(line("a", "111111111111", Score.UNMET, ""));

    assertThat(row.points()).isEqualTo(new Points(100, State.VETOED));
    assertThat(row.points().total()).isZero();
    assertThat(row.over()).isFalse();
    assertThat(row.lifts()).containsExactly("non-admin");
  }

  @Test
  void anOpenVetoIsAnOpenScore() {
    Row row = only(line("a", "111111111111", Score.OPEN, ""));

    assertThat(row.points().total()).isEqualTo(-100);
    assertThat(row.lifts()).containsExactly("non-admin");
  }

  @Test
  void whatIsNotConsideredCountsNothingAndLeavesNothingOpen() {
    Row row = only(line("a", "*11100000000", Score.MET, ""));

    assertThat(row.points()).isEqualTo(new Points(24, State.COMPLETE));
  }

  @Test
  void aSingleCriterionLiftsALineIfItsWeightIsEnough() {
    Row row = only(line("a", "011000000000", Score.MET, ""));

    assertThat(row.points().total()).isEqualTo(16);
    assertThat(row.lifts())
        .containsExactly(
            "deployed",
            "future",
            "complete",
            "stable",
            "discover",
            "doc",
            "sticky",
            "foundation",
            "atomic",
            "proximity");
    assertThat(only(line("a", "010000000000", Score.MET, "")).lifts()).containsExactly("deployed");
    assertThat(only(line("a", "000000000000", Score.MET, "")).lifts()).isEmpty();
  }

  @Test
  void equalPointsShareARankAndWhatIsVetoedComesLast() {
    Tabulation tabulation =
        of(
            line("vetoed", "111111111111", Score.UNMET, ""),
            line("d", "010000000000", Score.MET, ""),
            line("b", "110000000000", Score.MET, ""),
            line("c", "101000000000", Score.MET, ""),
            line("a", "111000000000", Score.MET, ""));

    assertThat(
            tabulation.rows().stream().map(it -> it.rank() + " " + it.line().capability()).toList())
        .containsExactly("1 a", "2 b", "2 c", "4 d", "5 vetoed");
  }

  @Test
  void differencesFromTheAchievementsAreTold() {
    Row row = only(line("one", "110000000000", Score.MET, ""));

    assertThat(row.defined()).isTrue();
    assertThat(row.standing()).contains(Status.REQUIRED);
    assertThat(row.difference()).isEqualTo(new Difference(List.of("deployed"), List.of("doc")));
    assertThat(only(line("other", "110000000000", Score.MET, "")).difference().isEmpty()).isTrue();
  }

  @Test
  void theGuidelinesOwnAchievementsAreTotalledToo() {
    Tabulation tabulation = of(line("one", "110000000000", Score.MET, ""));

    assertThat(tabulation.own())
        .containsExactly(
            new Own("one", Optional.of(Status.REQUIRED), 16, false, true),
            new Own("two", Optional.of(Status.ADVISORY), 0, false, false));
    assertThat(tabulation.requiredUnderTheCutoff())
        .extracting(Own::capability)
        .containsExactly("one");
  }

  @Test
  void withoutACutoffNothingIsOver() {
    Guideline old =
        guideline(
            "\"criteria\": {\"doc\": {\"name\": \"Doc\", \"description\": \"d\", \"weight\": 100}}");

    Tabulation tabulation = Tabulation.of(sheet(line("a", "111111111111", Score.MET, "")), old);

    assertThat(tabulation.rows().get(0).points().total()).isEqualTo(100);
    assertThat(tabulation.rows().get(0).over()).isFalse();
    assertThat(tabulation.requiredUnderTheCutoff()).isEmpty();
  }

  @Test
  void aGuidelineWithoutCriteriaOrWithOtherOnesIsRefused() {
    Worksheet sheet = sheet(line("a", "111111111111", Score.MET, ""));

    assertThatThrownBy(() -> Tabulation.of(sheet, guideline("\"criteria\": {}")))
        .isInstanceOf(GuidelineException.class)
        .hasMessage(
            "guideline 2027.06: expected scoring criteria but found none: name another with"
                + " --guideline");
    Guideline other =
        guideline(
            "\"criteria\": {\"fun\": {\"name\": \"Fun\", \"description\": \"d\", \"weight\": 1}}");
    assertThatThrownBy(() -> Tabulation.of(sheet, other))
        .hasMessage(
            "guideline 2027.06: expected criteria among deployed, tools, clients, future, complete,"
                + " stable, discover, doc, sticky, foundation, atomic, proximity but found \"fun\":"
                + " no worksheet scores that");
  }

  private static Row only(ScoreLine line) {
    return of(line).rows().get(0);
  }

  private static Tabulation of(ScoreLine... lines) {
    return Tabulation.of(sheet(lines), GUIDELINE);
  }

  private static Worksheet sheet(ScoreLine... lines) {
    return new Worksheet("2027.06", List.of(new Group("All", List.of(lines))));
  }

  private static Guideline guideline(String scoring) {
    String json =
        """
        {"metadata": {"id": "2027.06", "schema": "2.0", "source": "s", "scoring": {%s},
          "os_trademark_approval": {"target_approval": "2027.06", "releases": ["z"],
            "status": "draft"}},
         "platforms": {"P": {"description": "d", "components": [{"name": "c"}]}},
         "components": {"c": {"capabilities": {"required": ["one"], "advisory": ["two"],
            "deprecated": [], "removed": []}}},
         "capabilities": {
           "one": {"achievements": ["tools", "doc"], "admin": false, "description": "d",
             "project": "nova", "required_since": "", "tests": {}},
           "two": {"achievements": [], "admin": false, "description": "d",
             "project": "nova", "required_since": "", "tests": {}}}}
        """
            .formatted(scoring);
    return new GuidelineReader().read("test", json.getBytes(StandardCharsets.UTF_8));
  }
}
