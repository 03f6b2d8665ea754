package org.defcore.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.defcore.runner.TestEntry;
import org.defcore.yaml.UnusableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestListFileTest {

  private static final String LIST =
      """
      # what broke last week

      a.b.C.test_x[id-6f8e4436-fc96-4282-8122-e41df57197a9,smoke]
        6f8e4436-fc96-4282-8122-e41df57197a9  # bug 12: flaky # since May
      #a.b.C.test_y
      ^a\\.b\\..*(?!z)$
      """;

  @TempDir private Path work;

  private List<TestEntry> read(byte[] content) throws IOException {
    Files.write(work.resolve("l.txt"), content);
    return list().some(new Installation(new ProgramFiles(work), work, Map.of()));
  }

  private static TestListFile list() {
    return new TestListFile("--test-list", "l.txt");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  @Test
  void linesAreEntriesAndCommentsNotesHoweverTheyAreWritten() throws IOException {
    List<TestEntry> entries = read(utf8(LIST));

    assertThat(entries)
        .extracting(TestEntry::toString, TestEntry::note)
        .containsExactly(
            tuple("l.txt:3: a.b.C.test_x[id-6f8e4436-fc96-4282-8122-e41df57197a9,smoke]", ""),
            tuple("l.txt:4: 6f8e4436-fc96-4282-8122-e41df57197a9", "bug 12: flaky # since May"),
            tuple("l.txt:6: ^a\\.b\\..*(?!z)$", ""));
    assertThat(read(gzip(utf8(LIST)))).isEqualTo(entries);
    assertThat(read(utf8("\uFEFF" + LIST.replace("\n", "\r\n")))).isEqualTo(entries);
    assertThat(read(utf8(LIST.stripTrailing()))).isEqualTo(entries);
  }

  @Test
  void emptyListIsRefusedWhereItWouldTakeEverything() throws IOException {
    assertRefused(utf8("# nothing\n\n"), "expected a test a line but found none");
    assertThat(
            new TestListFile("--exclude-list", "l.txt")
                .all(new Installation(new ProgramFiles(work), work, Map.of())))
        .isEmpty();
  }

  @Test
  void whatIsNoListIsRefused() throws IOException {
    assertRefused(new byte[] {'a', (byte) 0xff, '\n'}, "expected UTF-8 but found other bytes");
    assertRefused(gzip(new byte[8 * 1024 * 1024 + 1]), "expected at most 8 MiB but found more");
    byte[] whole = gzip(utf8(LIST));
    assertRefused(Arrays.copyOf(whole, whole.length - 12), "cannot be read: Unexpected end");
    Files.delete(work.resolve("l.txt"));
    assertThatThrownBy(() -> list().all(new Installation(new ProgramFiles(work), work, Map.of())))
        .hasMessageContaining("l.txt: expected a file with a test a line but found nothing there");
    Files.createDirectory(work.resolve("l.txt"));
    assertThatThrownBy(() -> list().all(new Installation(new ProgramFiles(work), work, Map.of())))
        .hasMessageContaining("l.txt: expected a file with a test a line but found a folder");
  }

  private void assertRefused(byte[] content, String why) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(UnusableFile.class)
        .hasMessageStartingWith("--test-list: 1 problem(s)\n  l.txt: " + why);
  }
}
