package org.defcore.simcloud.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImageDataTest {

  private final ImageData data = new ImageData();

  @AfterEach
  void close() {
    data.close();
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String part(ImageData.Stored stored, long from, long length) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    stored.part(from, length).writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Set<String> temporary() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.map(it -> it.getFileName().toString())
          .filter(it -> it.matches("simulated-image\\d+"))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void givesAnyPartOfWhatWasStored() throws IOException {
    ImageData.Stored stored = data.store("a", bytes("0123456789"));

    assertThat(stored.size()).isEqualTo(10);
    assertThat(stored.md5()).isEqualTo("781e5e245d69b566979b86e28d23f2c7");
    assertThat(part(stored, 0, 10)).isEqualTo("0123456789");
    assertThat(part(stored, 3, 4)).isEqualTo("3456");
    assertThatThrownBy(() -> part(stored, 8, 4)).isInstanceOf(IOException.class);

    data.store("a", bytes("other"));

    assertThat(part(data.get("a"), 0, 5)).isEqualTo("other");
  }

  @Test
  void aProcessThatIsKilledLeavesNoFile() throws IOException {
    Set<String> before = temporary();

    data.store("a", bytes("0123456789"));

    assertThat(temporary()).isSubsetOf(before);
    assertThat(part(data.get("a"), 0, 10)).isEqualTo("0123456789");
  }

  @Test
  void streamThatBreaksStoresNothing() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            throw new IOException("gone");
          }
        };

    assertThatThrownBy(() -> data.store("a", broken)).isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> data.get("a")).hasMessageContaining("No image data found");
  }
}
