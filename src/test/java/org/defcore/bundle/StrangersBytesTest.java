package org.defcore.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.defcore.Programs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every byte of a small bundle, changed, as the programs of a stranger see it. */
class StrangersBytesTest {

  private static final int CONTAINER_STEP = 7;

  @TempDir private Path work;

  private SmallBundle small;
  private String signature;

  @BeforeEach
  void make() throws IOException {
    Programs.need("unzip", "ssh-keygen", "sha256sum");
    small = SmallBundle.in(work);
    signature = TopParts.signature(small.key().publicHalf());
    Files.writeString(work.resolve("signers"), "anna " + small.key().publicKey() + "\n");
  }

  @Test
  void everyByteOfTheSignedListIsWatched() throws IOException {
    byte[] list = content(Sums.FILE);
    Files.write(work.resolve(signature), content(signature));
    assertThat(verified(list)).isTrue();
    for (int at = 0; at < list.length; at++) {
      assertThat(verified(changed(list, at))).as("byte %d", at).isFalse();
    }
  }

  /** The manual says that white space around the signature is not seen; it is refused by us. */
  @Test
  void everyByteOfTheSignatureButItsLineEndsIsWatched() throws IOException {
    byte[] whole = content(signature);
    for (int at = 0; at < whole.length; at++) {
      Files.write(work.resolve(signature), changed(whole, at));
      if (whole[at] != '\n') {
        assertThat(verified(content(Sums.FILE))).as("byte %d", at).isFalse();
      }
    }
  }

  /** By the lists of the bundle, with a name for each change. */
  @Test
  void everyByteOfAListedPartIsWatched() throws IOException {
    Map<String, String> listed = listed();
    assertThat(listed).hasSize(7);
    for (Map.Entry<String, String> part : listed.entrySet()) {
      byte[] whole = content(part.getKey());
      StringBuilder list = new StringBuilder();
      for (int at = 0; at < whole.length; at++) {
        Files.write(work.resolve("changed" + at), changed(whole, at));
        list.append(part.getValue()).append("  changed").append(at).append('\n');
      }
      Files.writeString(work.resolve("list"), list);

      Programs.Said said = Programs.shell(work, "sha256sum -c --strict list 2> /dev/null");

      assertThat(said.code()).as(part.getKey()).isEqualTo(1);
      assertThat(said.text().lines())
          .as(part.getKey())
          .hasSize(whole.length)
          .allMatch(it -> it.endsWith(": FAILED"));
    }
  }

  /** They do not read all bytes between the parts, but get the parts as they were, or none. */
  @Test
  void byteBesideThePartsChangesNoneUnnoticed() throws IOException {
    byte[] whole = small.bytes();
    SortedMap<String, PlainZip.Entry> entries = ZipReader.open(small.file()).entries();
    Map<String, byte[]> parts = new TreeMap<>();
    entries.keySet().forEach(it -> parts.put(it, content(it)));
    int unseen = 0;
    for (int at = 0; at < whole.length; at += CONTAINER_STEP) {
      int place = at;
      if (entries.values().stream().anyMatch(it -> place >= it.content() && place < it.end())) {
        continue;
      }
      Files.write(work.resolve("changed.zip"), changed(whole, at));
      if (Programs.shell(work, commands()).code() == 0) {
        unseen++;
        assertThat(unpacked()).as("byte %d", at).containsExactlyEntriesOf(parts);
      }
    }
    assertThat(unseen).as("of what the manual says about them").isPositive();
  }

  private String commands() {
    return ("rm -rf u && unzip -q changed.zip -d u < /dev/null && cd u"
            + " && ssh-keygen -Y verify -f ../signers -I anna -n bundle@defcore.org -s %s < %s"
            + " && sha256sum -c --quiet --strict --ignore-missing SHA256SUMS"
            + " && for t in public reviewer; do"
            + " (cd $t && sha256sum -c --quiet --strict SHA256SUMS) || exit 1; done")
        .formatted(signature, Sums.FILE);
  }

  private SortedMap<String, byte[]> unpacked() throws IOException {
    Path root = work.resolve("u");
    SortedMap<String, byte[]> parts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      files.filter(Files::isRegularFile).forEach(it -> parts.put(name(root, it), read(it)));
    }
    return parts;
  }

  private static String name(Path root, Path file) {
    return root.relativize(file).toString();
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sum of each part, as some list has it. */
  private Map<String, String> listed() {
    Map<String, String> listed = new TreeMap<>(Sums.parse(content(Sums.FILE), "").byName());
    for (Tier tier : Bundle.open(small.file()).tiers()) {
      Sums.parse(content(tier.sums()), "")
          .byName()
          .forEach((name, sum) -> listed.put(tier.word() + "/" + name, sum));
    }
    return listed;
  }

  private boolean verified(byte[] list) throws IOException {
    Path message = Files.write(work.resolve("message"), list);
    return Programs.run(
                work,
                message,
                "ssh-keygen",
                "-Y",
                "verify",
                "-f",
                "signers",
                "-I",
                "anna",
                "-n",
                SignerRole.VENDOR.namespace(),
                "-s",
                signature)
            .code()
        == 0;
  }

  private static byte[] changed(byte[] whole, int at) {
    byte[] other = whole.clone();
    other[at] ^= 1;
    return other;
  }

  private byte[] content(String part) {
    return Bundle.open(small.file()).content(part);
  }
}
