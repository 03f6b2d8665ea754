package org.defcore.report.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.defcore.OwnFiles;
import org.defcore.capability.Basis;
import org.defcore.capability.Catalogue;
import org.defcore.capability.CatalogueEntry;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.TestId;
import org.defcore.guideline.diff.GuidelineDiff;
import org.defcore.guideline.read.GuidelineReader;
import org.defcore.report.Golden;
import org.defcore.report.Markdown;
import org.defcore.report.Templates;
import org.defcore.report.run.Hostile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guidelines as pages for people. */
class GuidelinePageTest {

  private static final TestId ID = TestId.of("6c0a0990-43b6-4529-9b61-5fd8daf7c55c");
  private static final TestId OTHER = TestId.of("a8333aa2-205c-449f-a828-d38c2489bf25");
  private static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              new CatalogueEntry(
                  ID,
                  List.of("tests.a_b"),
                  "compute",
                  "Servers start.",
                  Basis.GUEST_ACCESS,
                  "Somebody logs in.",
                  List.of())));

  @Test
  void writesTheGoldenPages() {
    GuidelinePage view =
        new GuidelinePage(
            guideline("2030.06", "Start servers"),
            CATALOGUE,
            Set.of(ID),
            Optional.of(
                GuidelineDiff.of(
                    guideline("2029.11", "Start"), guideline("2030.06", "Start"), Map.of())));

    Golden.assertSame("guideline.html", Templates.render(view));
    Golden.assertSame("guideline.md", new MarkdownGuideline().render(view));
  }

  @Test
  void hostileTextStaysText() {
    GuidelinePage view = view(guideline("2030.06", Hostile.TEXT));
    GuidelinePage harmless = view(guideline("2030.06", "Start servers"));

    String page = Templates.render(view);
    String markdown = new MarkdownGuideline().render(view);

    assertThat(page).doesNotContain("<script", "onload=x \"", "\u0000", "\u001b", "\u202e");
    assertThat(tags(page)).isEqualTo(tags(Templates.render(harmless)));
    assertThat(markdown)
        .contains("\\<script\\>alert(1)\\</script\\>")
        .doesNotContain("\u0000", "\u001b", "\u202e");
    assertThat(markdown.lines().filter(it -> it.contains("<script>")).toList())
        .allMatch(it -> it.strip().matches("- .*`.*<script>.*`.*|.*`[^`]*<script>[^`]*`.*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2015.03",
        "2015.07",
        "2016.08",
        "2017.09",
        "2018.02",
        "2020.06",
        "next",
        "2026.11",
        "dns.2018.11",
        "orchestration.2020.06",
        "nfv.next"
      })
  void everySchemaMakesAPageWhoseLinksLeadSomewhere(String id) {
    Guideline guideline = OwnFiles.GUIDELINES.find(id);
    GuidelinePage view =
        new GuidelinePage(guideline, OwnFiles.CATALOGUE, Set.of(), Optional.empty());

    String page = Templates.render(view);
    String markdown = new MarkdownGuideline().render(view);

    List<String> anchors = found(page, "\\bid=\"([^\"]+)\"");
    assertThat(anchors).doesNotHaveDuplicates();
    assertThat(found(page, "href=\"#([^\"]+)\"")).isSubsetOf(anchors);
    assertThat(found(page, "<(\\w+)")).doesNotContain("script", "link", "img", "iframe");
    for (String capability : guideline.capabilities().keySet()) {
      assertThat(page).contains("<h3>" + capability + "</h3>");
      assertThat(markdown).contains("### " + Markdown.text(capability) + "\n");
    }
    assertThat(Templates.render(view)).isEqualTo(page);
  }

  @Test
  void testsThatMustPassAreCountedOnce() {
    Guideline guideline = OwnFiles.GUIDELINES.find("2020.06");
    GuidelinePage view =
        new GuidelinePage(guideline, OwnFiles.CATALOGUE, Set.of(), Optional.empty());

    assertThat(view.targets())
        .extracting(it -> it.target().key() + " " + it.tests() + " " + it.flagged())
        .containsExactly("platform 284 11", "compute 228 11", "object 58 0");
  }

  private static GuidelinePage view(Guideline guideline) {
    return new GuidelinePage(guideline, CATALOGUE, Set.of(), Optional.empty());
  }

  /** Every place where a file can have words has those. */
  private static Guideline guideline(String id, String words) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode metadata = root.putObject("metadata").put("id", id).put("schema", "2.0");
    ObjectNode scoring = metadata.putObject("scoring").put("cutoff_score", 74);
    scoring
        .putObject("criteria")
        .putObject("doc")
        .put("name", words)
        .put("description", words)
        .put("weight", 100);
    ObjectNode approval = metadata.putObject("os_trademark_approval");
    approval.put("target_approval", id).put("replaces", words).put("status", "draft");
    approval.putArray("releases").add(words);
    ObjectNode platform = root.putObject("platforms").putObject("P " + words);
    platform.put("description", words).putArray("components").addObject().put("name", "c");
    ObjectNode component = root.putObject("components").putObject("c");
    ObjectNode lists = component.putObject("capabilities");
    lists.putArray("required").add("one").add("alone");
    lists.putArray("advisory").add(words);
    component.putObject("designated_sections").putArray("required").add("nova");
    ObjectNode capabilities = root.putObject("capabilities");
    ObjectNode one = capability(capabilities, "one", words);
    one.putArray("achievements").add("doc");
    ObjectNode tests = one.putObject("tests");
    tests.putObject("tests.a_b").put("idempotent_id", "id-" + ID);
    ObjectNode flagged = tests.putObject("tests." + words);
    flagged.put("idempotent_id", "id-" + OTHER);
    flagged
        .putObject("flagged")
        .put("reason", "D400 " + words)
        .put("action", words)
        .put("date", "2029-02-03");
    capability(capabilities, words, words);
    capability(capabilities, "alone", words);
    root.putObject("designated_sections")
        .putObject("nova")
        .putObject("required")
        .put("guidance", words)
        .put("comment", words)
        .putObject("sections");
    root.putObject("test_repositories")
        .putObject("tempest")
        .put("repository", words)
        .put("reference", words)
        .put("description", words);
    return new GuidelineReader().read("sample", root.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode capability(ObjectNode capabilities, String name, String words) {
    ObjectNode capability = capabilities.putObject(name);
    capability.putArray("achievements");
    capability.put("admin", false).put("description", words).put("project", words);
    capability.put("required_since", "2018.02").putObject("tests");
    return capability;
  }

  private static List<String> found(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().map(it -> it.group(1)).toList();
  }

  private static Set<String> tags(String page) {
    return Pattern.compile("<\\w+[^>]*>")
        .matcher(page)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
