package org.defcore.cli.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.defcore.cli.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code defcore guideline render} and {@code new} as a user meets them. */
class GuidelinePagesTest {

  @TempDir private Path work;

  @Test
  void rendersAPageAndMarkdown() {
    Shell shell = new Shell(work);

    Shell.Said page = shell.run("guideline", "render", "2026.11", "--out", "g.html");
    Shell.Said markdown = shell.run("guideline", "render", "2015.03", "--format", "markdown");

    assertThat(page.out()).isEqualTo("guideline: g.html\n");
    assertThat(shell.read("g.html"))
        .contains("<h2>Changes since 2020.06</h2>")
        .contains("Corrects tempest.api.compute.images.test_images_oneserver");
    assertThat(markdown.out())
        .startsWith("# Guideline 2015.03\n\n- Status: superseded\n- Replaces: 2014.07\n")
        .doesNotContain("Changes since");
  }

  @Test
  void draftsTheNextGuidelineIntoANewFile() {
    Shell shell = new Shell(work);

    Shell.Said first = shell.run("guideline", "new", "--from", "2020.06", "--out", "d.json");
    Shell.Said again = shell.run("guideline", "new", "--from", "2020.06", "--out", "d.json");
    Shell.Said checked = shell.run("guideline", "validate", work.resolve("d.json").toString());

    assertThat(first.code()).isZero();
    assertThat(first.err())
        .isEqualTo("wrote d.json: edit it, then: defcore guideline validate d.json\n");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.onlyLine())
        .startsWith("defcore: --out: expected a new file but found \"d.json\": name another");
    assertThat(checked.code()).isZero();
    assertThat(shell.run("guideline", "new", "--from", "2026.11", "--id", "2027.11").out())
        .contains("\"id\": \"2027.11\"", "\"replaces\": \"2026.11\"");
  }

  @Test
  void draftOfAReconstructionIsNone() {
    Shell.Said said = new Shell(work).run("guideline", "new", "--from", "2022.11");

    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("\"id\": \"2023.06\"", "\"replaces\": \"2022.11\"")
        .doesNotContain("made_from", "placed_here");
  }

  @Test
  void reconstructionSaysSoInEveryForm() {
    Shell shell = new Shell(work);
    String said = "This file is a reconstruction, not the published file: ";
    String unknown = "Unknown: which tests it flagged and which capabilities were advisory";

    shell.run("guideline", "render", "2022.11", "--out", "g.html");

    assertThat(shell.read("g.html")).contains(said, unknown);
    for (String[] form :
        new String[][] {
          {"render", "2022.11", "--format", "markdown"},
          {"show", "2022.11"},
          {"show", "2022.11", "--format", "json"}
        }) {
      String[] all = new String[form.length + 1];
      all[0] = "guideline";
      System.arraycopy(form, 0, all, 1, form.length);
      assertThat(shell.run(all).out())
          .contains(said, unknown, "57 tests are in no earlier guideline");
    }
    assertThat(shell.run("guideline", "show", "scs-0128").out())
        .contains(
            "It was made from the list scs-0128.2026-08.txt, which has 258 tests under 258 names.")
        .doesNotContain("reconstruction", "Unknown:");
    assertThat(shell.run("guideline", "render", "2020.06", "--format", "markdown").out())
        .doesNotContain("made from the list");
  }

  @Test
  void refusesWhatCannotBeDrafted() {
    Shell.Said said = new Shell(work).run("guideline", "new", "--from", "2016.08");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine())
        .isEqualTo(
            "defcore: 2016.08: expected schema 2.0 but found 1.6: drafts are made from that alone");
  }

  @Test
  void namesItsCommands() {
    assertThat(new Shell(work).run("guideline").onlyLine())
        .startsWith("defcore: guideline: expected one of diff, ")
        .contains("list, new, render, show, tests, validate: see defcore guideline --help");
  }
}
