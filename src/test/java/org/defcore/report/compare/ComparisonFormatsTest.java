package org.defcore.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.defcore.report.Golden;
import org.defcore.report.Schema;
import org.defcore.report.Templates;
import org.defcore.report.run.Hostile;
import org.defcore.report.run.ReportModel;
import org.defcore.report.run.Sample;
import org.junit.jupiter.api.Test;

final class ComparisonFormatsTest {

  private final RunComparison comparison = ComparisonSample.comparison();
  private final String page = html(comparison);

  @Test
  void writesTheGoldenText() {
    Golden.assertSame("comparison.txt", new TextComparison().render(comparison));
  }

  @Test
  void writesTheGoldenDocument() {
    Golden.assertSame("comparison.json", new JsonComparison().render(comparison));
  }

  @Test
  void writesTheGoldenPage() {
    Golden.assertSame("comparison.html", page);
  }

  @Test
  void fitsThePublishedSchema() throws IOException {
    Schema schema = new Schema("comparison.json");
    String json = new JsonComparison().render(comparison);

    assertThat(schema.problems(json)).isEmpty();
    assertThat(schema.problems(new JsonComparison().render(hostile()))).isEmpty();
    assertThat(schema.problems(json.replace("\"alike\" : false", "\"alike\" : \"no\"")))
        .isNotEmpty();
    schema.assertClosedAndDescribed();
  }

  @Test
  void viewWithoutExtraAttributesStandsBelowTheVerdicts() {
    RunComparison one =
        RunComparison.of(
            List.of(Sample.report(), ComparisonSample.report(Sample.bypassing())), List.of());

    assertThat(new TextComparison().render(one).lines().filter(it -> it.startsWith("full")))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("full, extra attributes bypassed")
        .containsSubsequence("2 of 9 passed, 1 failed", "2 of 9 passed, 1 failed");
    RunComparison strict =
        RunComparison.of(
            List.of(
                ComparisonSample.report(Sample.bypassing()),
                ComparisonSample.report(Sample.strict())),
            List.of());

    assertThat(new TextComparison().render(strict))
        .containsPattern("full, extra attributes bypassed +not-con.*1 failed.* +not bypassed\n");
    assertThat(new Schema("comparison.json").problems(new JsonComparison().render(strict)))
        .isEmpty();
    assertThat(html(strict)).contains("not bypassed");
    assertThat(new Schema("comparison.json").problems(new JsonComparison().render(one))).isEmpty();
    assertThat(html(one)).contains("Full, extra attributes bypassed");
    assertThat(one.alike()).as("by the verdicts").isFalse();
    assertThat(page).doesNotContain("bypassed");
  }

  @Test
  void hostileTextStaysText() {
    String hostile = html(hostile());

    assertThat(hostile)
        .doesNotContain("<script", "\"' onload", "\u0000", "\u001b", "\u202e")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39; onload=x ]]&gt; ${7*7}");
    assertThat(new TextComparison().render(hostile())).doesNotContain("\u0000", "\u001b", "\u202e");
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    assertThat(found(page, "<(\\w+)"))
        .doesNotContain("script", "link", "img", "iframe", "object", "form");
    assertThat(found(page, "\\b(?:src|href|action)=\"([^\"]*)\""))
        .allMatch(it -> it.startsWith("#"));
    assertThat(page).contains("default-src 'none'").doesNotContain("url(", "@import", "@font-face");
  }

  @Test
  void everyRowOfAWideTableHasACellForEachCloud() {
    String ten = html(RunComparison.of(Collections.nCopies(10, Sample.report()), List.of()));

    assertThat(found(ten, "(?s)<tr><th scope=\"row\">(?:(?!</tr>).)*</tr>").stream())
        .filteredOn(it -> !it.contains("microversion"))
        .isNotEmpty()
        .allMatch(it -> it.split("<td", -1).length == 11);
  }

  @Test
  void pageSaysFirstWhetherAnythingDiffers() {
    String alike = html(RunComparison.of(List.of(Sample.report(), Sample.report()), List.of()));

    assertThat(page).contains("<p class=\"word\">different</p>");
    assertThat(alike)
        .contains("<p class=\"word\">no difference</p>")
        .doesNotContain("Tests that differ otherwise", "Passed on one cloud, failed on another");
  }

  @Test
  void textOfRunsThatAreAlikeListsNoRows() {
    assertThat(
            new TextComparison()
                .render(RunComparison.of(List.of(Sample.report(), Sample.report()), List.of())))
        .contains("\n6 capabilities are the same everywhere\n", "\n1 fact is the same everywhere\n")
        .doesNotContain("CAPABILITY", "OBSERVED", "DECLARED", "DID NOT JUDGE");
  }

  private static String html(RunComparison comparison) {
    return Templates.render(new ComparisonPage(comparison));
  }

  private static RunComparison hostile() {
    ReportModel report = Hostile.report();
    return RunComparison.of(
        List.of(
            report,
            new ReportModel(
                report.run(), report.terms(), report.declared(), report.verdicts(), List.of())),
        List.of(new RunComparison.DeclaredRow(Hostile.TEXT, List.of(Hostile.TEXT, ""))));
  }

  private static List<String> found(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(it -> it.group(it.groupCount()))
        .toList();
  }
}
