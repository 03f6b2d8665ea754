package org.defcore.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.defcore.bundle.PlainZip.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no bundle, or one that somebody made to do harm. */
class OtherZipsTest {

  @TempDir private Path work;

  @Test
  void saysWhatIsNoBundle() throws IOException {
    assertThat(problem(work.resolve("none"))).endsWith("file of a bundle but found nothing there");
    assertThat(problem(work)).endsWith("expected the file of a bundle but found something else");
    assertThat(problem(Files.writeString(work.resolve("text"), "x".repeat(100))))
        .endsWith("expected a bundle but found another file");
    assertThat(problem(Files.writeString(work.resolve("short"), "PK")))
        .endsWith("cut off in its beginning");
  }

  @Test
  void packedPartIsNotUnpacked() throws IOException {
    Path bomb = work.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
      out.putNextEntry(new ZipEntry("SHA256SUMS"));
      out.write(new byte[1 << 20]);
    }

    assertThat(problem(bomb))
        .endsWith("part SHA256SUMS: expected a file as this program stores it, not packed");
  }

  @Test
  void nameThatLeadsElsewhereIsRefused() throws IOException {
    for (String name :
        new String[] {
          "../x", "/x", "a/../x", "a//x", "a/", "./x", "..", "a\\x", "C:x", "a\nb", "a b"
        }) {
      assertThat(problem(written(new Entry(name, 0, 0, 0)))).contains("expected plain names");
    }
  }

  @Test
  void partIsThereOnceAndInItsPlace() throws IOException {
    Entry first = new Entry("b", 0, 0, 0);

    assertThat(problem(written(first, new Entry("b", first.end(), 0, 0))))
        .endsWith("part b is repeated");
    assertThat(problem(written(first, new Entry("a", first.end(), 0, 0))))
        .endsWith("part a is out of order");
  }

  @Test
  void linkIsNoPart() throws IOException {
    Path file = written(new Entry("SHA256SUMS", 0, 0, 0));
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      // The mode of a file in the directory, as links have it: 0120777.
      open.seek(PlainZip.LOCAL + 10 + 38 + 2);
      open.write(new byte[] {(byte) 0xff, (byte) 0xa1});
    }

    assertThat(problem(file))
        .endsWith("directory's entry of part SHA256SUMS does not match the parts before it");
  }

  @Test
  void manyPartsAreNotCounted() throws IOException {
    Path file = work.resolve("many.zip");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      long at = 0;
      for (int i = 0; i < 1_000_000; i++) {
        Entry entry = new Entry("%07d".formatted(i), at, 0, 0);
        out.write(entry.local());
        at = entry.end();
      }
    }

    assertThat(problem(file)).endsWith("expected at most 20000 parts but found more");
  }

  @Test
  void largeFileIsNotRead() throws IOException {
    Path file = work.resolve("large.zip");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(2L << 30);
    }

    assertThat(problem(file)).endsWith("expected at most 1024 MiB but found more");
  }

  @Test
  void bundleOfALaterVersionIsNamed() {
    Path file = work.resolve("later.zip");
    Bundle.create(
        Map.of(BundleFacts.FILE, PartSource.of(SmallBundle.facts("defcore-bundle/2").text())),
        Map.of(),
        file,
        it -> {});

    assertThat(problem(file))
        .endsWith(
            "public/bundle.json: expected format defcore-bundle/1 but found defcore-bundle/2: use a"
                + " newer version of defcore");
  }

  /** A part that is read as a whole could fill the memory. */
  @Test
  void largePartIsNotReadAsAWhole() {
    assertThat(problemOf("public/run/plan.json", 17 << 20))
        .isEqualTo("public/run/plan.json: expected at most 16 MiB but found more");
    assertThat(problemOf("public/run/declaration.yaml", 2 << 20))
        .isEqualTo("public/run/declaration.yaml: expected at most 1 MiB but found more");
    assertThat(problemOf("public/bundle.json", 5 << 20))
        .isEqualTo("public/bundle.json: expected at most 4 MiB but found more");
    assertThat(problemOf("public/SHA256SUMS", 9 << 20))
        .isEqualTo("public/SHA256SUMS: expected at most 8 MiB but found more");
    assertThat(problemOf("SHA256SUMS." + "A".repeat(43) + ".sig", 17 << 10))
        .endsWith(".sig: expected at most 16 KiB but found more");
    assertThat(problemOf("reviewer/run/evidence/a.har", 17 << 20))
        .startsWith("SHA256SUMS: missing");
  }

  @Test
  void manySignaturesAreNotRead() {
    SortedMap<String, PartSource> parts = new TreeMap<>();
    for (int i = 0; i < 101; i++) {
      parts.put("SHA256SUMS.%043d.sig".formatted(i), PartSource.of(""));
    }

    assertThat(problemOf(parts))
        .isEqualTo("SHA256SUMS.*.sig: expected at most 100 signatures but found 101");
  }

  private String problemOf(String part, int size) {
    SortedMap<String, PartSource> parts = new TreeMap<>();
    parts.put(part, PartSource.of(new byte[size]));
    return problemOf(parts);
  }

  private String problemOf(SortedMap<String, PartSource> parts) {
    Path file = work.resolve("large.zip");
    file.toFile().delete();
    new NewZip(parts).write(file, NewZip.Place.NEW, it -> {});
    return Bundle.read(file).problems().get(0);
  }

  @Test
  void failureLeavesNothingBehind() {
    SortedMap<String, PartSource> parts = new TreeMap<>();
    parts.put("../x", PartSource.of(""));

    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(
            () -> new NewZip(parts).write(work.resolve("new.zip"), NewZip.Place.NEW, it -> {}))
        .withMessage(
            "expected files with plain names in a bundle but found \"../x\": rename or remove it");
    assertThat(work).isEmptyDirectory();
  }

  private Path written(Entry... entries) throws IOException {
    Path file = work.resolve("made.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      long length = 0;
      for (Entry entry : entries) {
        out.write(entry.local());
      }
      for (Entry entry : entries) {
        out.write(entry.central());
        length += entry.central().length;
      }
      out.write(PlainZip.end(entries.length, entries[entries.length - 1].end(), length));
    }
    return file;
  }

  private static String problem(Path file) {
    return assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> Bundle.read(file))
        .actual()
        .getMessage();
  }
}
