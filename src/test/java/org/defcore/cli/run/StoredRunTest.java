package org.defcore.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.cli.StoredRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores and reports of a stored run: the same bytes each time. */
class StoredRunTest {

  private static final Path GOLDEN = Path.of("src/test/resources/cli/matrix.txt");
  private static final String GUIDELINES = "2016.08,2018.02,2020.06";
  private static final List<String> WRITTEN = List.of("report.json", "report.html", "junit.xml");

  @TempDir private Path work;

  private StoredRun stored;

  @BeforeEach
  void copy() throws IOException {
    stored = StoredRun.copiedTo(Files.createDirectory(work.resolve("stored")).resolve("run"));
  }

  @Test
  void matrixOfGuidelinesIsAsItWas() throws IOException {
    Said said = new Shell(work).run("score", "stored/run", "--guideline", GUIDELINES);

    if (System.getProperty("golden.update") != null) {
      Files.writeString(GOLDEN, said.out());
    }
    assertThat(said.code()).as("a required test failed").isEqualTo(1);
    assertThat(said.out()).as(GOLDEN.toString()).isEqualTo(Files.readString(GOLDEN));
    assertThat(said.err()).isEmpty();
  }

  @Test
  void sameRunIsScoredWithTheSameBytes() {
    for (String form : List.of("table", "json")) {
      String[] score = {"score", "stored/run", "--guideline", GUIDELINES, "--format", form};

      String once = new Shell(work).run(score).out();

      assertThat(once).as(form).isNotEmpty().isEqualTo(new Shell(work).run(score).out());
    }
  }

  @Test
  void matrixTakesOnlyTheTargetsAskedFor() {
    Said said =
        new Shell(work)
            .run("score", "stored/run", "--guideline", "2020.06", "--target", "object,platform");

    assertThat(said.code()).isEqualTo(1);
    assertThat(
            said.out()
                .lines()
                .filter(it -> it.startsWith("2020.06"))
                .map(it -> it.split(" +", 3)[1]))
        .containsExactly("object", "platform");
  }

  @Test
  void sameRunIsReportedWithTheSameBytes() {
    Said first = new Shell(work).run("report", "stored/run");
    List<String> once = WRITTEN.stream().map(stored::read).toList();

    Said second = new Shell(work).run("report", "stored/run");

    assertThat(first.code()).as(first.err()).isEqualTo(1);
    assertThat(second).isEqualTo(first);
    assertThat(WRITTEN.stream().map(stored::read).toList()).isEqualTo(once);
    assertThat(first.out())
        .startsWith("simulated: not-conformant under guideline 2020.06, target platform\n")
        .contains("  not eligible for the mark: the cloud is simulated\n")
        .endsWith("report: " + stored.folder().resolve("report.html") + "\n");
  }

  @Test
  void partOfAGuidelineIsSaidToBePartOfIt() {
    new Shell(work).run("report", "stored/run");

    assertThat(stored.read("report.json")).contains("\"partial\" : true", "--test e36c0eaa-");
    assertThat(stored.read("report.html")).contains("--test e36c0eaa-");
  }

  @Test
  void runThatDiedIsReportedWithWhatItNeverCameTo() {
    stored.cut("outcomes.jsonl", 6);

    Said said = new Shell(work).run("report", "stored/run");

    assertThat(said.code()).as(said.err()).isEqualTo(1);
    assertThat(stored.read("junit.xml")).contains("the run ended before it");
    assertThat(stored.read("report.json")).contains("\"not-run\"", "the run ended before it");
  }

  @Test
  void lineThatACrashCutOffNeverCounted() {
    String whole = stored.read("outcomes.jsonl");
    stored.write("outcomes.jsonl", whole + "{\"id\":\"9a438d88-10c6-4bcd-8b5b-5b6e2");

    assertThat(new Shell(work).run("report", "stored/run").code()).isEqualTo(1);
  }

  @Test
  void scoringWritesNothingIntoTheRun() {
    new Shell(work).run("score", "stored/run", "--guideline", "2020.06");

    assertThat(stored.folder().toFile().list())
        .containsExactlyInAnyOrder("plan.json", "observation.json", "outcomes.jsonl", "evidence");
  }
}
