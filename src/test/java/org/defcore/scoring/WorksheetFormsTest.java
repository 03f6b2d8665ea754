package org.defcore.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.scoring.Worksheet.Group;
import org.defcore.yaml.UnusableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worksheets that are read, written and read again; problems are reported line by line. */
class WorksheetFormsTest {

  private static final Worksheet SHEET =
      new Worksheet(
          "2027.06",
          List.of(
              new Group(
                  "Networking: \"all\" of it",
                  List.of(
                      line(
                          "network-list",
                          "1110111?0011",
                          Score.MET,
                          "seen\n in \"two\" clouds: yes"),
                      line("network-delete", "000000000000", Score.UNMET, ""))),
              new Group("DNS", List.of(line("dns-zone", "*111111100*1", Score.OPEN, "")))));

  @TempDir Path folder;

  @Test
  void yamlThatIsWrittenAndReadAgainIsEqual() throws IOException {
    Path file = Files.writeString(folder.resolve("sheet.yaml"), WorksheetYaml.of(SHEET));

    Worksheet read = WorksheetReader.read(file, "sheet.yaml");

    assertThat(read).isEqualTo(SHEET);
    assertThat(WorksheetYaml.of(read)).isEqualTo(WorksheetYaml.of(SHEET));
  }

  @Test
  void textThatIsWrittenAndReadAgainIsEqual() throws IOException {
    TextWorksheet text = new TextWorksheet(SHEET, Map.of("network-list", -75, "network-delete", 0));
    String written = new TextWorksheetWriter(Optional.of(74)).write(text);
    Path file = Files.writeString(folder.resolve("other.txt"), written);

    assertThat(TextWorksheetReader.read(file, "other.txt")).isEqualTo(text);
    assertThat(written)
        .isEqualTo(
            """
            Scoring worksheet 2027.06
            =========================

            Networking: "all" of it
            -----------------------
            network-list:   [1,1,1] [0,1,1] [1,?,0] [0,1,1] [1] [-75]
            network-delete: [0,0,0] [0,0,0] [0,0,0] [0,0,0] [0] [0]

            Notes:
              * network-list: seen in "two" clouds: yes

            DNS
            ---
            dns-zone: [*,1,1] [1,1,1] [1,1,0] [0,*,1] [?]
            """);
  }

  @Test
  void textMarksTotalsFromTheCutoffOn() {
    TextWorksheet text = new TextWorksheet(SHEET, Map.of("network-list", 74, "dns-zone", 73));

    assertThat(new TextWorksheetWriter(Optional.of(74)).write(text))
        .contains("[1] [74]*\n")
        .contains("[?] [73]\n");
  }

  @Test
  void textWithoutACycleIsOfTheCycleThatItIsNamedAfter() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("dns.2020.06.txt"),
            "Prose [1,1,1]\n\nzone:   [*,1,1][1,1,1][1,1,0][*,1,*][1] [64]\n  * another: 1\n");

    TextWorksheet text = TextWorksheetReader.read(file, "dns.2020.06.txt");

    assertThat(text.worksheet())
        .isEqualTo(
            new Worksheet(
                "dns.2020.06",
                List.of(
                    new Group(
                        "Capabilities", List.of(line("zone", "*11111110*1*", Score.MET, ""))))));
    assertThat(text.totals()).containsExactly(Map.entry("zone", 64));
  }

  @Test
  void everyWrongLineOfATextIsTold() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("bad.txt"),
            """
            list: [1,1,1] [1,1,1] [1,1,1] [1,1,1] [1]
            show: [1,1,2] [1,1,1] [1,1,1] [1,1,1] [1]
            list: [0,1,1] [1,1,1] [1,1,1] [1,1,1] [1]
            """);

    assertThatThrownBy(() -> TextWorksheetReader.read(file, "some/bad.txt"))
        .isInstanceOf(UnusableFile.class)
        .hasMessage(
            """
            some/bad.txt: 2 problem(s)
              bad.txt:2: expected NAME: [x,x,x] [x,x,x] [x,x,x] [x,x,x] [x] [total] with x one of \
            0, 1, ? or * but found "show: [1,1,2] [1,1,1] [1,1,1] [1,1,1] [1]"
              bad.txt:3: "list" stands already in line 1""");
  }

  @Test
  void aTextWithoutScoresIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("prose.txt"), "Nothing\n-------\n");

    assertThatThrownBy(() -> TextWorksheetReader.read(file, "prose.txt"))
        .hasMessageStartingWith(
            "prose.txt: 1 problem(s)\n  prose.txt: expected lines of scores but found none: ");
    assertThatThrownBy(() -> TextWorksheetReader.read(folder.resolve("no.txt"), "no.txt"))
        .hasMessageStartingWith("no.txt: 1 problem(s)\n  no.txt: cannot be read: ");
  }

  @Test
  void everyWrongPlaceOfAYamlIsTold() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("bad.yaml"),
            """
            cycle: "20 27"
            groups:
              - name: DNS
                capabilities:
                  - capability: dns-zone
                    scores: {deployed: 2, tools: 1, clients: 1, future: 1, complete: 1, stable: 1,
                             discover: 1, doc: 1, sticky: 1, foundation: 1, atomic: 1}
                    non-admin: maybe
                    why: because
                  - capability: dns-zone
                    scores: {}
                    non-admin: 1
            """);

    assertThatThrownBy(() -> WorksheetReader.read(file, "bad.yaml"))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining(
            "bad.yaml:1: cycle: expected letters, digits, dots and hyphens but found \"20 27\"")
        .hasMessageContaining("bad.yaml:6: deployed: expected 0, 1, ? or * but found \"2\"")
        .hasMessageContaining("bad.yaml:6: \"proximity\" is missing")
        .hasMessageContaining("bad.yaml:8: non-admin: expected 0, 1, ? or * but found \"maybe\"")
        .hasMessageContaining(
            "bad.yaml:9: expected one of capability, non-admin, note, scores but found \"why\"")
        .hasMessageContaining("bad.yaml:10: \"dns-zone\" stands already at bad.yaml:5");
  }

  @Test
  void ownWorksheetsAreWrittenAsTheProgramWritesThem() throws IOException {
    try (var files = Files.list(Path.of("capabilities", "scoring"))) {
      for (Path file : files.sorted().toList()) {
        String kept = Files.readString(file).replaceAll("(?m)^#.*\\n", "");
        Worksheet worksheet = WorksheetReader.read(file, file.toString());

        assertThat(WorksheetYaml.of(worksheet)).as(file.toString()).isEqualTo(kept);
        assertThat(file).hasFileName(worksheet.cycle() + ".yaml");
      }
    }
  }

  /**
   * @param signs the twelve of the criteria, in the order of the worksheet
   */
  static ScoreLine line(String capability, String signs, Score nonAdmin, String note) {
    Map<Criterion, Score> scores = new EnumMap<>(Criterion.class);
    Criterion[] criteria = Criterion.values();
    for (int i = 0; i < criteria.length; i++) {
      scores.put(criteria[i], Score.parse(signs.substring(i, i + 1)).orElseThrow());
    }
    return new ScoreLine(
        capability, scores, nonAdmin, Optional.of(note).filter(it -> !it.isEmpty()));
  }
}
