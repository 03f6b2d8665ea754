package org.defcore.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.defcore.result.RunException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources that are not what they should be: one clear line each, whatever is wrong. */
class BrokenSourcesTest {

  @TempDir private Path folder;

  private static Stream<String> samples() {
    return ForeignSamples.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyCutIsReadOrRefusedInOneLine(String file) {
    byte[] whole = ForeignSamples.all().get(file);

    for (int length = 0; length < whole.length; length++) {
      readOrRefuse(file, Arrays.copyOf(whole, length));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyChangedByteIsReadOrRefusedInOneLine(String file) {
    byte[] whole = ForeignSamples.all().get(file);

    for (int at = 0; at < whole.length; at++) {
      for (int change : new int[] {0x01, 0x20, 0x80, 0xFF}) {
        byte[] changed = whole.clone();
        changed[at] ^= (byte) change;
        readOrRefuse(file, changed);
      }
    }
  }

  @Test
  void everyChangedByteOfASubunitV2StreamIsRefused() {
    byte[] whole = ForeignSamples.v2();

    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 0x55;
      assertThatThrownBy(() -> ForeignSamples.read(folder, "s", changed))
          .as("byte %d", at)
          .isInstanceOf(RunException.class);
    }
  }

  private void readOrRefuse(String file, byte[] content) {
    try {
      assertThat(ForeignSamples.read(folder, file, content).results()).isNotEmpty();
    } catch (RunException e) {
      assertThat(e).hasMessageStartingWith(file + ": ");
      assertThat(e.getMessage().lines()).hasSize(1);
      assertThat(e.getMessage()).hasSizeLessThan(400).doesNotContain("Exception");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                  | expected results but the file is empty
          hello                               | expected one of JUnit XML file, RefStack result file,
          {"a": 1}                            | but found "{"a": 1}"
          {"results": 1}                      | /results: expected a list of tests
          {"results": []}                     | the RefStack result file has no result of a test
          {"results": [1]}                    | /results/0: expected the name of a test, or an object with one
          {"results": [{"name": ""}]}         | /results/0: expected the name of a test but found none
          {"results": [{"name": "a", "uuid": "b"}]} | /results/0/uuid: expected a UUID but found "b"
          {"results": ["a"]} x                | line 1, column 20: expected JSON:
          {"cpid": 1, "cpid": 2, "results": []} | line 1, column 19: expected JSON: Duplicate
          {"verifications": {}, "tests": {"a": {}}} | /tests/a/by_verification: expected an object of results
          {"verifications": {}, "tests": {"a": {"by_verification": {"v": {"status": "odd"}}}}} | /tests/a: no status is called "odd"
          <html/>                             | line 1: expected <testsuites> or <testsuite> but found <html>
          <testsuite><testcase name="a"       | line 1: expected XML:
          test: a                             | line 1: the stream is cut off inside this line
          """)
  void whatIsWrongIsSaidWithItsPlace(String content, String message) {
    assertRefused(() -> read(content), message);
  }

  @Test
  void otherVersionsOfSubunitAreNamed() {
    SubunitWriter out = new SubunitWriter();
    out.packet(0x3103, new ByteArrayOutputStream());

    assertRefused(
        () -> ForeignSamples.read(folder, "s", out.bytes()),
        "byte 0: expected version 2 of subunit but found 3");
  }

  @Test
  void textBetweenThePacketsIsRefused() {
    byte[] packets = ForeignSamples.v2();
    byte[] more = Arrays.copyOf(packets, packets.length + 5);
    Arrays.fill(more, packets.length, more.length, (byte) 'x');

    assertRefused(
        () -> ForeignSamples.read(folder, "s", more),
        "byte %d: expected a packet of subunit v2, which begins with b3, but found 78"
            .formatted(packets.length));
  }

  @Test
  void aTestThatEndsWithoutABeginningIsRefused() {
    assertRefused(
        () -> read("test: a.b\nsuccess: a.c\n"), "line 2: a test ends that has not begun: a.c");
  }

  @Test
  void malformedUtf8IsRefusedWithItsPlace() {
    byte[] bytes = ForeignSamples.REFSTACK.getBytes(StandardCharsets.UTF_8);
    bytes[20] = (byte) 0xFF;

    assertRefused(() -> ForeignSamples.read(folder, "s", bytes), "byte 20: expected UTF-8");
  }

  @Test
  void elementsInEachOtherWithoutEndAreRefused() {
    assertRefused(
        () -> read("<testsuite>" + "<a>".repeat(100)), "line 1: expected at most 50 levels");
    assertRefused(
        () -> read("<testsuite><testcase name='a'>" + "<a>".repeat(100)),
        "line 1: expected at most 50 levels");
  }

  @Test
  void textsBeyondAllRoomLeaveTheResultsWhole() {
    SubunitWriter out = new SubunitWriter();
    for (int i = 0; i < 150; i++) {
      out.begin("a.B.test_" + i, 1);
      out.file("a.B.test_" + i, "log", "text/plain", "a line\n".repeat(30_000));
      out.end("a.B.test_" + i, SubunitWriter.FAIL, 2);
    }

    ForeignSource source = ForeignSamples.read(folder, "s", out.bytes());

    assertThat(source.results()).hasSize(150);
    assertThat(source.results().get(149).attachments())
        .isEqualTo("== log: the rest is in the source only\n");
  }

  @Test
  void entitiesAreNotResolved() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "s3cret");
    String xml =
        """
        <!DOCTYPE testsuite [<!ENTITY x SYSTEM "%s">]>
        <testsuite><testcase classname="a" name="b"><failure>&x;</failure></testcase></testsuite>
        """
            .formatted(secret.toUri());

    assertRefused(() -> read(xml), "line 1: expected no document type");
    assertRefused(
        () -> read("<testsuite><testcase name='a'><failure>&x;</failure></testcase></testsuite>"),
        "line 1: expected text but found an entity");
  }

  /** Ten entities, each of ten of the one before it. */
  @Test
  void entitiesThatMultiplyAreNotRead() {
    StringBuilder xml = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"ha\">");
    for (int i = 1; i < 10; i++) {
      xml.append("<!ENTITY e%d \"%s\">".formatted(i, "&e%d;".formatted(i - 1).repeat(10)));
    }
    xml.append("]><testsuite name=\"&e9;\"><testcase name=\"&e9;\"/></testsuite>");

    assertRefused(() -> read(xml.toString()), "line 1: expected no document type");
  }

  @Test
  void aFileOfTwoGibibytesIsRefusedUnread() throws IOException {
    Path large = folder.resolve("large");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(1L << 31);
    }

    assertRefused(
        () -> new ForeignFile().read(large, "large"),
        "large: expected at most 1024 MiB but found more");
  }

  @Test
  void aSmallFileThatIsLargeUnpackedIsRefused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(ForeignSamples.bytes("{\"results\": ["));
      byte[] blanks = new byte[1 << 20];
      Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 20; i++) {
        out.write(blanks);
      }
    }

    assertRefused(
        () -> ForeignSamples.read(folder, "s", packed.toByteArray()),
        "expected at most 16 MiB but found more");
  }

  @Test
  void theSameFileTwiceIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("a"), ForeignSamples.v2());
    ForeignFile reading = new ForeignFile();
    reading.read(file, "a");

    assertRefused(
        () -> reading.read(file, "b"), "b: the same results were read before: name them once");
  }

  private void read(String content) {
    ForeignSamples.read(folder, "s", ForeignSamples.bytes(content));
  }

  private static void assertRefused(ThrowingCallable reading, String message) {
    assertThatThrownBy(reading).isInstanceOf(RunException.class).hasMessageContaining(message);
  }
}
