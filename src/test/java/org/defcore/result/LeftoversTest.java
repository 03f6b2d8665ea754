package org.defcore.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

  /** Beyond what any system gives to a process. */
  private static final String DEAD = "defcore-temporary-999999999999-";

  @TempDir private Path dir;
  @TempDir private Path elsewhere;

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(dir)) {
      return all.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void removesWhatADeadProcessLeft() throws IOException {
    Files.createDirectories(dir.resolve(DEAD + "123/evidence"));
    Files.writeString(dir.resolve(DEAD + "123/evidence/a.har"), "x");
    Files.writeString(dir.resolve(".report.html." + DEAD + "0a-1b"), "x");

    Leftovers.remove(dir);

    assertThat(names()).isEmpty();
  }

  @Test
  void leavesWhatALivingProcessNeedsAndWhatIsNotTheProgramsOwn() throws IOException {
    List<String> others =
        Stream.of(
                Leftovers.prefix() + "123",
                "defcore-20261130-120000-c0ffee",
                "defcore-temporary-999999999999",
                "defcore-999999999999-123",
                "my-" + DEAD + "123",
                DEAD + "notes",
                "report.html")
            .sorted()
            .toList();
    for (String name : others) {
      Files.createFile(dir.resolve(name));
    }

    Leftovers.remove(dir);

    assertThat(names()).isEqualTo(others);
  }

  @Test
  void neverGoesThroughALink() throws IOException {
    Path precious = Files.writeString(elsewhere.resolve("precious"), "x");
    Files.createSymbolicLink(dir.resolve(DEAD + "1"), elsewhere);
    Files.createDirectory(dir.resolve(DEAD + "2"));
    Files.createSymbolicLink(dir.resolve(DEAD + "2/link"), elsewhere);
    Files.writeString(elsewhere.resolve(DEAD + "3"), "x");
    Path link = Files.createSymbolicLink(dir.resolve("folder"), elsewhere);

    Leftovers.remove(dir);
    Leftovers.remove(link);

    assertThat(names()).containsExactly(DEAD + "1", "folder");
    assertThat(precious).hasContent("x");
    assertThat(elsewhere.resolve(DEAD + "3")).exists();
    Files.delete(link);
    Files.delete(dir.resolve(DEAD + "1"));
  }

  @Test
  void leavesWhatIsAnotherUsers() throws IOException {
    assumeTrue(
        System.getProperty("user.name").equals("root"), "only root can give a file to another");
    Path file = Files.createFile(dir.resolve(DEAD + "1"));
    Files.setAttribute(file, "unix:uid", 65_534);

    Leftovers.remove(dir);

    assertThat(file).exists();
  }

  @Test
  void openingARunRemovesHalfWrittenFilesOfAKilledOne() throws IOException {
    RunFolder.reserve(dir.resolve("run"));
    Path run = dir.resolve("run");
    Files.writeString(run.resolve("plan.json"), "{}");
    Files.writeString(run.resolve(".report.json." + DEAD + "1"), "half");
    Files.writeString(run.resolve("evidence/.x.har." + DEAD + "1"), "half");

    RunFolder.of(run);

    try (Stream<Path> all = Files.walk(run)) {
      assertThat(all.filter(Files::isRegularFile)).containsExactly(run.resolve("plan.json"));
    }
  }
}
