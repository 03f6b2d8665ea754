package org.defcore.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Known bad bodies in a process with little memory. */
@Timeout(180)
class HostileBodiesTest {

  @Test
  void noBodyTakesLongOrTheMemoryOrTellsASecret() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HostileBodies.class.getName())
            .redirectErrorStream(true)
            .start();
    List<String> lines =
        new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();

    Files.write(Path.of("target/hostile-bodies.tsv"), lines);
    assertThat(child.waitFor()).as(String.join("\n", lines)).isZero();
    assertThat(lines)
        .hasSize(HostileBodies.all().size())
        .allSatisfy(
            line -> {
              String[] parts = line.split("\t", 3);
              assertThat(Long.parseLong(parts[1])).as("milliseconds: " + line).isLessThan(15_000);
              assertThat(parts[2]).as(line).isIn("read", "refused");
            });
  }
}
