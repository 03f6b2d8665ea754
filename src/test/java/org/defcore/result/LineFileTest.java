package org.defcore.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {

  @TempDir Path dir;

  private Path file;

  @BeforeEach
  void name() {
    file = dir.resolve("lines");
  }

  @Test
  void linesStandInTheOrderOfTheirCalls() throws IOException {
    LineFile lines = new LineFile(file);
    lines.append("one");
    lines.append("two é");

    assertThat(file).hasContent("one\ntwo é\n");
  }

  @Test
  void linesOfManyThreadsAreWhole() {
    LineFile lines = new LineFile(file);

    IntStream.range(0, 200).parallel().forEach(it -> append(lines, "x".repeat(it + 1)));

    assertThat(file)
        .content()
        .satisfies(
            it -> assertThat(it.lines().map(String::length)).hasSize(200).doesNotHaveDuplicates());
  }

  @Test
  void lineThatACrashCutOffIsDroppedBeforeTheNext() throws IOException {
    for (String half : List.of("ha", "x".repeat(20_000))) {
      Files.writeString(file, "whole\n" + half);

      append(new LineFile(file), "next");

      assertThat(file).hasContent("whole\nnext\n");
    }
  }

  @Test
  void halfALineAloneIsDroppedToo() throws IOException {
    Files.writeString(file, "x".repeat(8192));

    append(new LineFile(file), "next");

    assertThat(file).hasContent("next\n");
  }

  @Test
  void lineThatIsCutOffWhileTheFileIsInUseIsDroppedAfterAFailure() throws IOException {
    LineFile lines = new LineFile(file);
    append(lines, "whole");
    Files.delete(file);
    Files.createDirectory(file);
    assertThatThrownBy(() -> lines.append("lost")).isInstanceOf(IOException.class);
    Files.delete(file);
    Files.writeString(file, "whole\nlo");

    append(lines, "next");

    assertThat(file).hasContent("whole\nnext\n");
  }

  @Test
  void diskThatIsFullLeavesNoHalfLine() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "no /dev/full on this system");

    assertThatThrownBy(() -> new LineFile(full).append("lost"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left");
  }

  @Test
  void interruptedThreadLosesNoLine() {
    LineFile lines = new LineFile(file);
    Thread.currentThread().interrupt();

    append(lines, "one");

    assertThat(Thread.interrupted()).as("is still interrupted").isTrue();
    append(lines, "two");
    assertThat(file).hasContent("one\ntwo\n");
  }

  @Test
  void nothingIsWrittenThroughALink() throws IOException {
    Path mine = Files.writeString(dir.resolve("mine"), "keep");
    Files.createSymbolicLink(file, mine);

    assertThatThrownBy(() -> new LineFile(file).append("lost"))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(file + ": it is a link");
    assertThat(mine).hasContent("keep");
  }

  private static void append(LineFile lines, String line) {
    try {
      lines.append(line);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
