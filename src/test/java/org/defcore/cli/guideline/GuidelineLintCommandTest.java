package org.defcore.cli.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.cli.Shell;
import org.defcore.guideline.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuidelineLintCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ORPHAN =
      "orphan-capability /capabilities/images-v2-import: \"images-v2-import\" is in no component";

  @TempDir private Path work;

  @Test
  void saysWhereAndWhatThenWhy() {
    Shell.Said said = lint("2020.06");

    assertThat(said.code()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .containsPattern("guidelines/2020.06\\.json:\\d+: warning " + ORPHAN)
        .contains("2020.06: 0 errors, 28 warnings, 0 notes\n")
        .contains(
            "  orphan-capability: every capability is in a component: it has no status, so no"
                + " target requires it and its tests never count\n")
        .doesNotContain("  flag-null: ");
  }

  @Test
  void errorsEndWithOneAndUnreadableFilesWithTwo() throws IOException {
    String good = Files.readString(Path.of("guidelines/2020.06.json"));
    Files.writeString(
        work.resolve("bad.json"), good.replaceFirst("\"admin\":", "\"admin\": 1, $0"));
    Files.writeString(work.resolve("cut.json"), good.substring(0, 2000));
    String bad = work.resolve("bad.json").toString();
    String cut = work.resolve("cut.json").toString();

    assertThat(lint(bad).code()).isEqualTo(1);
    assertThat(lint(bad).out()).contains(": error duplicate-key /capabilities/");
    assertThat(lint(bad, cut).code()).isEqualTo(2);
    assertThat(lint(cut).out()).contains(": error json /: line ").contains("it seems cut off");
  }

  @Test
  void fileThatIsNotThereDoesNotKeepOthersFromBeingChecked() {
    Shell.Said said = lint("2030.99", "add-on/dns.2020.06");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.error()).startsWith("defcore: guideline '2030.99': no such guideline or file.");
    assertThat(said.out()).contains("add-on/dns.2020.06: 0 errors, 0 warnings, 10 notes\n");
  }

  @Test
  void jsonHasEveryPartOfAFinding() throws IOException {
    JsonNode report = JSON.readTree(lint("2020.06", "--format", "json").out()).get(0);

    assertThat(report.path("guideline").asText()).isEqualTo("2020.06");
    assertThat(report.path("warnings").asInt()).isEqualTo(28);
    assertThat(report.path("findings"))
        .filteredOn(it -> it.path("rule").asText().equals("orphan-capability"))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.path("severity").asText()).isEqualTo("warning");
              assertThat(it.path("pointer").asText()).isEqualTo("/capabilities/images-v2-import");
              assertThat(it.path("line").asInt()).isGreaterThan(1);
              assertThat(it.path("found").asText())
                  .isEqualTo("\"images-v2-import\" is in no component");
              assertThat(it.path("expected").asText()).isEqualTo(Rule.ORPHAN_CAPABILITY.expected());
              assertThat(it.path("why").asText()).isEqualTo(Rule.ORPHAN_CAPABILITY.why());
            });
  }

  @Test
  void sarifNamesFilesAsAReviewerSeesThem() throws IOException {
    Path file = work.resolve("a guideline.json");
    Files.copy(Path.of("guidelines/2020.06.json"), file);

    JsonNode sarif = JSON.readTree(lint(file.toString(), "--format", "sarif").out());

    assertThat(sarif.path("version").asText()).isEqualTo("2.1.0");
    JsonNode run = sarif.path("runs").path(0);
    JsonNode rules = run.at("/tool/driver/rules");
    assertThat(rules).hasSize(Rule.values().length);
    assertThat(run.path("results"))
        .hasSize(28)
        .allSatisfy(
            it -> {
              assertThat(rules.path(it.path("ruleIndex").asInt()).path("id"))
                  .isEqualTo(it.path("ruleId"));
              assertThat(it.path("level").asText()).isEqualTo("warning");
              assertThat(it.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
                  .isEqualTo("a%20guideline.json");
              assertThat(it.at("/locations/0/physicalLocation/region/startLine").asInt())
                  .isPositive();
              assertThat(it.at("/locations/0/logicalLocations/0/fullyQualifiedName").asText())
                  .startsWith("/");
              assertThat(it.at("/message/text").asText()).contains(". Expected: ");
            });
  }

  @Test
  void sarifNamesFilesOfARepositoryFromItsRoot(@TempDir Path other) throws IOException {
    Path folder = Files.createDirectories(other.resolve("repository/guidelines"));
    Files.createDirectory(other.resolve("repository/.git"));
    Path inside = Files.copy(Path.of("guidelines/2020.06.json"), folder.resolve("board.json"));
    Path outside = Files.copy(inside, other.resolve("board.json"));

    assertThat(lint(inside.toString(), "--format", "sarif").out())
        .contains("\"uri\" : \"guidelines/board.json\"", "\"uriBaseId\" : \"%SRCROOT%\"")
        .doesNotContain(other.toString());
    assertThat(lint(outside.toString(), "--format", "sarif").out())
        .contains("\"uri\" : \"" + outside.toUri());
  }

  @Test
  void sameFileGivesTheSameBytes() {
    assertThat(lint("2017.01", "--format", "sarif"))
        .isEqualTo(lint("2017.01", "--format", "sarif"));
  }

  @Test
  void listsTheRules() throws IOException {
    assertThat(lint("--rules").out().lines()).hasSize(Rule.values().length + 1);
    assertThat(lint("--rules").out()).contains("flag-null").contains("some treat null as no flag");
    assertThat(JSON.readTree(lint("--rules", "--format", "json").out()))
        .hasSize(Rule.values().length);
    assertThat(lint("--rules", "2020.06").onlyLine())
        .startsWith("defcore: --rules: expected no guideline beside it but found \"2020.06\"");
    assertThat(lint().onlyLine())
        .startsWith("defcore: GUIDELINE: expected a name or a file, or --rules, but found nothing");
  }

  @Test
  void pageForAuthorsHasTheRulesAsTheyAre() throws IOException {
    List<String> rows =
        Stream.of(Rule.values())
            .map(
                it ->
                    "| `%s` | %s | %s |"
                        .formatted(it.id(), it.level().word(), it.expected().replace("|", "\\|")))
            .toList();

    assertThat(Files.readString(Path.of("guidelines", "AUTHORS.md")))
        .contains(String.join("\n", rows) + "\n");
  }

  private Shell.Said lint(String... arguments) {
    return new Shell(work)
        .run(
            Stream.concat(Stream.of("guideline", "lint"), Stream.of(arguments))
                .toArray(String[]::new));
  }
}
