package org.defcore.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.report.InOrder.assertInOrder;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.defcore.http.redact.Secrets;
import org.defcore.report.Golden;
import org.junit.jupiter.api.Test;

final class ReportPageTest {

  @Test
  void writesTheGoldenPage() {
    Golden.assertSame("report.html", html(Sample.report()));
  }

  @Test
  void sameRunGivesTheSameBytes() {
    assertThat(html(Sample.report())).isEqualTo(html(Sample.report()));
  }

  @Test
  void hostileTextStaysText() {
    String page = html(Hostile.report());

    assertThat(page)
        .doesNotContain("<script>alert", "\"' onload", "\u0000", "\u001b", "\u202e")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39; onload=x ]]&gt; ${7*7}")
        .contains("&lt;#assign x=1&gt; &amp;amp;");
    assertThat(tags(page)).isSubsetOf(tags(html(Sample.report())));
  }

  @Test
  void anchorsAreUniqueAndLinksLeadToThem() {
    for (ReportModel report : List.of(Sample.report(), Hostile.report(), Sample.twice())) {
      String page = html(report);
      List<String> anchors = found(page, "\\bid=\"([^\"]+)\"");

      assertThat(anchors).doesNotHaveDuplicates();
      assertThat(found(page, "href=\"#([^\"]+)\"")).isSubsetOf(anchors);
    }
  }

  @Test
  void anchorsOfTestsAndCapabilitiesAreStable() {
    assertThat(html(Sample.report()))
        .contains("id=\"test-00000000-0000-1000-0000-000000000002\"")
        .contains("id=\"capability-compute-servers-create\"");
  }

  @Test
  void onlyTheScriptOfThePageMayRun() throws Exception {
    for (ReportModel report : List.of(Sample.report(), Hostile.report())) {
      String page = html(report);

      List<String> scripts = found(page, "(?s)<script[^>]*>(.*?)</script>");
      assertThat(scripts).hasSize(1);
      assertThat(found(page, "script-src '([^']*)'"))
          .containsExactly(
              "sha256-"
                  + Base64.getEncoder()
                      .encodeToString(
                          MessageDigest.getInstance("SHA-256")
                              .digest(scripts.get(0).getBytes(StandardCharsets.UTF_8))));
    }
  }

  @Test
  void headingsSkipNoLevel() {
    for (ReportModel report : List.of(Sample.report(), Hostile.report(), Sample.twice())) {
      List<Integer> levels =
          found(html(report), "<h([1-6])").stream().map(Integer::valueOf).toList();

      assertThat(levels).startsWith(1);
      for (int i = 1; i < levels.size(); i++) {
        assertThat(levels.get(i)).as("heading %d", i).isLessThanOrEqualTo(levels.get(i - 1) + 1);
      }
    }
  }

  @Test
  void verdictAndBarsComeBeforeEverythingElse() {
    assertInOrder(
        html(Sample.report()),
        "<h1>",
        "<p class=\"word\">not conformant</p>",
        "<svg class=\"bar\"",
        "<h2>Services</h2>",
        "<h2>By capability</h2>",
        "<h2 id=\"failed\">Failed",
        "<h2 id=\"not-judged\">Not judged",
        "<h2 id=\"mark\">",
        "<h2>Run</h2>",
        "<h2>Capabilities</h2>");
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    String page = html(Sample.report());

    assertThat(found(page, "<(\\w+)")).doesNotContain("link", "img", "iframe", "object", "form");
    assertThat(found(page, "\\b(?:src|href|action)=\"([^\"]*)\""))
        .allMatch(it -> it.startsWith("#"));
    assertThat(page).contains("default-src 'none'").doesNotContain("url(", "@import", "@font-face");
  }

  @Test
  void bannersSayWhatLimitsTheReport() {
    assertThat(html(Sample.report()))
        .contains("<strong>Unofficial</strong>: no board has reviewed")
        .doesNotContain("Simulated cloud.", "Partial run.", "Unfinished run.");
    assertThat(html(Sample.report(Sample.run(true, "--service compute"))))
        .contains("<strong>Simulated cloud.</strong>", "<strong>Partial run.</strong>")
        .contains("<code>--service compute</code>");
    assertThat(html(Hostile.report())).contains("<strong>Unfinished run.</strong>");
  }

  @Test
  void failureShowsTheExchangeAndHowToRepeatIt() {
    assertThat(html(Sample.report()))
        .contains("<strong>POST https://compute.acme.example/v2.1/servers</strong><br>Answered 500")
        .contains("curl --globoff --include --request POST")
        .contains("&quot;$OS_TOKEN&quot;");
  }

  @Test
  void maskedExchangeStaysMasked() {
    assertThat(html(Sample.report()))
        .contains("X-Auth-Token: " + Secrets.MASK)
        .contains("&quot;adminPass&quot;: &quot;" + Secrets.MASK + "&quot;");
  }

  @Test
  void outcomesAreWordsAndSymbolsBesidesColours() {
    String page = html(Sample.report());

    assertThat(found(page, "<span class=\"outcome [^>]*>(.*?</span> [a-z ]+)</span>"))
        .isNotEmpty()
        .allMatch(it -> it.matches("<span aria-hidden=\"true\">(&#\\d+;|.)</span> [a-z ]+"));
  }

  private static String html(ReportModel report) {
    return ReportFormat.HTML.render(report);
  }

  private static List<String> tags(String page) {
    return found(page, "<(/?[a-zA-Z][a-zA-Z0-9]*)").stream().distinct().toList();
  }

  private static List<String> found(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(ReportPageTest::last).toList();
  }

  private static String last(MatchResult match) {
    return match.group(match.groupCount());
  }
}
