package org.defcore.cli.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.defcore.cli.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuidelineDiffCommandTest {

  @TempDir private Path work;

  @Test
  void tellsWhereTheProcessWasNotKept() {
    Shell.Said said = diff("2016.08", "2017.01", "--process");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .contains(
            "  removed-unannounced (2): expected that what was required is deprecated before it"
                + " goes: users who rely on it need one cycle to leave it\n"
                + "    2016.08 /capabilities/objectstore-object-put: \"objectstore-object-put\" was"
                + " required by platform, object and is in no target in 2017.01\n");
  }

  @Test
  void saysWhenGuidelinesDoNotFollowOneAnother() {
    assertThat(diff("2016.08", "2020.06", "--process").err())
        .isEqualTo("note: 2020.06 replaces 2019.11, not 2016.08: what came between is not seen\n");
    assertThat(diff("2016.08", "2020.06").err()).isEmpty();
  }

  @Test
  void endsWithZeroWhereNobodyAsksForTheProcess() {
    assertThat(diff("2016.08", "2017.01").code()).isZero();
    assertThat(diff("2016.08", "2017.01").out()).doesNotContain("process");
  }

  @Test
  void tellsWhatItMeansForARun() {
    Shell.Said said = diff("2016.08", "2020.06", "--run", run());

    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains(
            """
            effect on run defcore-20300102-035308-0a1b2c of cloud simulated
              platform
                2016.08: inconclusive, 2 of 206 passed
                2020.06: not-conformant, 4 of 273 passed
                now count: 2 passed
            """)
        .contains("    now count: 1 failed\n")
        .contains("    now count: 67 not-run\n")
        .contains("    no longer count: 4 not-run\n");
  }

  @Test
  void jsonHasBothOnlyIfAskedFor() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode all =
        json.readTree(
            diff("2016.08", "2020.06", "--process", "--run", run(), "--format", "json").out());
    JsonNode bare = json.readTree(diff("2016.08", "2020.06", "--format", "json").out());

    assertThat(bare.has("process")).isFalse();
    assertThat(bare.has("run")).isFalse();
    assertThat(all.path("process").path(0).path("rule").asText()).isEqualTo("required-unannounced");
    assertThat(all.path("process").path(0).path("why").asText()).isNotBlank();
    JsonNode platform = all.at("/run/targets/0");
    assertThat(platform.path("target").asText()).isEqualTo("platform");
    assertThat(platform.at("/from/verdict").asText()).isEqualTo("inconclusive");
    assertThat(platform.at("/to/verdict").asText()).isEqualTo("not-conformant");
    assertThat(platform.path("newly_counted")).hasSize(71);
    assertThat(platform.path("newly_counted"))
        .filteredOn(it -> it.path("outcome").asText().equals("failed"))
        .hasSize(1);
  }

  @Test
  void writesAPage() throws IOException {
    Shell.Said said =
        diff(
            "2016.08",
            "2017.01",
            "--process",
            "--run",
            run(),
            "--format",
            "html",
            "--out",
            "d.html");

    assertThat(said.out()).isEqualTo("guideline diff: d.html\n");
    String page = Files.readString(work.resolve("d.html"));
    assertThat(page)
        .contains("<h1>2016.08 &#8594; 2017.01</h1>")
        .contains("<strong>Unofficial</strong>")
        .contains("<h3>flag-carried-over <span class=\"muted small\">(46)</span></h3>")
        .contains("<h2>Capabilities added <span class=\"muted small\">(24)</span></h2>")
        .contains("<h2>Tests no longer flagged <span class=\"muted small\">(2)</span></h2>")
        .contains("Effect on run defcore-20300102-035308-0a1b2c of simulated");
  }

  @Test
  void refusesAFolderThatIsNoRun() {
    Shell.Said said = diff("2016.08", "2020.06", "--run", "nowhere");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine()).contains("nowhere");
  }

  private static String run() {
    return Path.of("src/test/resources/cli/run").toAbsolutePath().toString();
  }

  private Shell.Said diff(String... arguments) {
    return new Shell(work)
        .run(
            Stream.concat(Stream.of("guideline", "diff"), Stream.of(arguments))
                .toArray(String[]::new));
  }
}
