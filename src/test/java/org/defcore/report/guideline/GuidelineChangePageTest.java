package org.defcore.report.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.OwnFiles;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.diff.GuidelineDiff;
import org.defcore.guideline.diff.ProcessBreach;
import org.defcore.guideline.diff.ProcessRule;
import org.defcore.guideline.library.GuidelineLibrary;
import org.defcore.report.Templates;
import org.defcore.report.guideline.GuidelineChange.Effect;
import org.defcore.report.run.Hostile;
import org.defcore.verdict.Verdict;
import org.defcore.verdict.VerdictChange;
import org.junit.jupiter.api.Test;

class GuidelineChangePageTest {

  private final GuidelineLibrary library = OwnFiles.GUIDELINES;

  @Test
  void showsEveryKindOfChange() {
    String page = render("2016.08", "2017.01");

    assertThat(page)
        .contains("<h2>Guideline <span")
        .contains("<h2>Releases added <span class=\"muted small\">(1)</span></h2>")
        .contains("<h2>Capabilities added <span class=\"muted small\">(24)</span></h2>")
        .contains("<h2>Capabilities removed <span class=\"muted small\">(4)</span></h2>")
        .contains("<h2>Capabilities of another status <span class=\"muted small\">(16)</span></h2>")
        .contains("<h2>Tests added <span class=\"muted small\">(14)</span></h2>")
        .contains("<h2>Tests removed <span class=\"muted small\">(2)</span></h2>")
        .contains("<h2>Tests moved <span class=\"muted small\">(66)</span></h2>")
        .contains("<h2>Tests renamed <span class=\"muted small\">(4)</span></h2>")
        .contains("<h2>Tests no longer flagged <span class=\"muted small\">(2)</span></h2>")
        .contains(
            "<h2>Tests flagged for another reason <span class=\"muted small\">(1)</span></h2>")
        .contains("<h2>Designated sections <span class=\"muted small\">(1)</span></h2>")
        .doesNotContain("Unofficial")
        .doesNotContain("The guideline process");
  }

  @Test
  void saysWhenNothingHasChangedAndEveryRuleWasKept() {
    Guideline guideline = library.find("2020.06");
    GuidelineDiff diff = GuidelineDiff.of(guideline, guideline, Map.of());

    assertThat(html(new GuidelineChange(diff, Optional.of(List.of()), Optional.empty())))
        .contains("No differences.")
        .contains("No rule was violated.");
  }

  @Test
  void textOfGuidelineAndRunStaysText() {
    Verdict hostile = Hostile.report().verdicts().get(0);
    GuidelineDiff diff = GuidelineDiff.of(hostile.guideline(), library.find("2020.06"), Map.of());
    ProcessBreach breach =
        new ProcessBreach(ProcessRule.TEST_ADDED, Hostile.TEXT, Hostile.TEXT, Hostile.TEXT);

    String page =
        html(
            new GuidelineChange(
                diff,
                Optional.of(List.of(breach)),
                Optional.of(
                    new Effect(
                        Hostile.report().run(), List.of(new VerdictChange(hostile, hostile))))));

    assertThat(page).contains("&lt;script&gt;").doesNotContain("<script").doesNotContain("\u001b");
    assertThat(page).contains("<strong>Unofficial</strong>");
  }

  @Test
  void samePageTwiceIsTheSame() {
    assertThat(render("2018.02", "2020.06")).isEqualTo(render("2018.02", "2020.06"));
  }

  private static String html(GuidelineChange change) {
    return Templates.render(new GuidelineChangePage(change));
  }

  private String render(String from, String to) {
    GuidelineDiff diff = GuidelineDiff.of(library.find(from), library.find(to), Map.of());
    return html(new GuidelineChange(diff, Optional.empty(), Optional.empty()));
  }
}
