package org.defcore.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.suite.GoldenPage.cell;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.defcore.suite.GoldenPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hostile clouds and a process with little memory. */
@Timeout(300)
class HostileCloudsTest {

  private static final String HEAD =
      """
      # What hostile clouds get

      Things that clouds, and whatever stands before them, may do to the program, and what becomes of
      it in a process of 512 MiB: no crash, no end of memory, no wait past a deadline, no secret in a
      file or on the screen. *Failed*: the answer breaks the claim of a test. *Error*: there was no
      answer to judge. *Read*: it is harmless, and taken as any other. *Refused*: a login ends with one
      line. Of what is looked at before the tests, whatever cannot be read is left out or named.

      Made by `mvn test -Dtest=HostileCloudsTest -Dgolden.update` from what it saw; `mvn verify` sees it
      all again, fails if it differs, and writes `target/hostile.md` with times, memory and reasons.

      """;

  /** A line of the program: place, name, outcome, milliseconds, MiB, reason. */
  private record Line(String place, String name, String outcome, String rest) {

    static Line of(String text) {
      String[] parts = text.split("\t", 4);
      assertThat(parts).as(text).hasSize(4);
      return new Line(parts[0], cell(parts[1]), parts[2], cell(parts[3]).replace("\t", " | "));
    }

    String row() {
      return "| %s | %s | %s |".formatted(place, name, outcome);
    }

    long millis() {
      return Long.parseLong(rest.split(" ", 2)[0]);
    }
  }

  @Test
  void noBehaviourCrashesHangsFillsTheMemoryOrGetsASecretTold() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HostileClouds.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).as(said).isZero();
    List<Line> lines = said.lines().map(Line::of).toList();

    Files.writeString(Path.of("target/hostile.md"), table(lines));
    assertThat(lines)
        .hasSizeGreaterThan(45)
        .noneMatch(it -> it.outcome().equals(HostileClouds.CRASH))
        .noneMatch(it -> it.outcome().equals(HostileClouds.LEAK))
        .allMatch(it -> it.millis() < 60_000);
    GoldenPage.assertSame(
        Path.of("capabilities/HOSTILE.md"),
        HEAD
            + "| where | what | outcome |\n|---|---|---|\n"
            + lines.stream().map(it -> it.row() + "\n").collect(Collectors.joining()));
  }

  private static String table(List<Line> lines) {
    return "| where | what | outcome | ms | MiB | reason |\n|---|---|---|---|---|---|\n"
        + lines.stream()
            .map(it -> it.row() + " " + it.rest() + " |\n")
            .collect(Collectors.joining());
  }
}
