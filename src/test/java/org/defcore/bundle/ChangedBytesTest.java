package org.defcore.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every byte of a small bundle, changed: there is none that does not matter. */
class ChangedBytesTest {

  private static final int[] MASKS = {1, 0x20, 0x80, 0xff};

  @TempDir private Path work;

  private SmallBundle small;
  private Path changed;

  @BeforeEach
  void make() {
    small = SmallBundle.in(work);
    changed = work.resolve("changed.zip");
  }

  @Test
  void wholeIsNotRefused() {
    assertThat(small.refusal(small.file())).isEmpty();
  }

  @Test
  void everyByteOfTheFileIsWatched() throws IOException {
    byte[] whole = small.bytes();
    Map<String, PlainZip.Entry> entries = ZipReader.open(small.file()).entries();
    for (int at = 0; at < whole.length; at++) {
      for (int mask : MASKS) {
        byte[] other = whole.clone();
        other[at] ^= (byte) mask;
        Files.write(changed, other);

        Optional<String> refusal = small.refusal(changed);

        assertThat(refusal).as("byte %d by %x", at, mask).isPresent();
        int place = at;
        entries.values().stream()
            .filter(it -> place >= it.content() && place < it.end())
            .forEach(it -> assertThat(refusal.get()).as("byte %d", place).contains(it.name()));
      }
    }
  }

  /** As somebody would do it who knows the form. */
  @Test
  void everyByteOfAPartIsWatchedInAZipFileMadeAnew() throws IOException {
    SortedMap<String, PartSource> parts = small.parts();
    for (String part : parts.keySet()) {
      byte[] whole = Bundle.open(small.file()).content(part);
      for (int at = 0; at < whole.length; at++) {
        byte[] other = whole.clone();
        other[at] ^= 1;
        SortedMap<String, PartSource> all = small.parts();
        all.put(part, PartSource.of(other));
        Files.deleteIfExists(changed);
        new NewZip(all).write(changed, NewZip.Place.NEW, it -> {});

        assertThat(small.refusal(changed)).as("byte %d of %s", at, part).isPresent();
        assertThat(small.refusal(changed).get()).as("byte %d of %s", at, part).contains(part);
      }
    }
  }

  @Test
  void everyPartIsMissedAndEveryOtherOneIsExtra() throws IOException {
    for (String part : small.parts().keySet()) {
      if (TopParts.isUnlisted(part) && !part.equals(Sums.FILE)) {
        continue;
      }
      SortedMap<String, PartSource> parts = small.parts();
      parts.remove(part);
      assertThat(refusalOf(parts)).as(part).contains(part);
    }
    for (String name :
        new String[] {
          "x",
          "public/x",
          "reviewer/x",
          "private/x",
          "other/SHA256SUMS",
          "SHA256SUMS.x.sig",
          "reviewer/SHA256SUMS.sig"
        }) {
      SortedMap<String, PartSource> parts = small.parts();
      parts.put(name, PartSource.of("x"));
      assertThat(refusalOf(parts)).isEqualTo(name + ": extra part, not listed in any SHA256SUMS");
    }
  }

  @Test
  void fileThatIsCutOffOrHasMoreIsRefused() throws IOException {
    byte[] whole = small.bytes();
    for (int length = 0; length < whole.length; length++) {
      Files.write(changed, Arrays.copyOf(whole, length));
      assertThat(small.refusal(changed)).as("%d bytes", length).isPresent();
    }
    Files.write(changed, Arrays.copyOf(whole, whole.length + 3));
    assertThat(small.refusal(changed).get()).endsWith("expected the end but found 3 bytes more");
  }

  private String refusalOf(SortedMap<String, PartSource> parts) throws IOException {
    Files.deleteIfExists(changed);
    new NewZip(parts).write(changed, NewZip.Place.NEW, it -> {});
    return small.refusal(changed).orElseThrow();
  }
}
