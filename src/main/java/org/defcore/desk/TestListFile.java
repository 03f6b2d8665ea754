package org.defcore.desk;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.defcore.runner.TestEntry;
import org.defcore.yaml.FileFailure;
import org.defcore.yaml.UnusableFile;

/**
 * A file with a test a line, as Tempest, stestr and RefStack write and read them, plain or gzip'd.
 * What follows a {@code #} is a comment; blank lines are none.
 *
 * @param option that the file is given by
 * @param name of the file as the user wrote it
 */
public record TestListFile(String option, String name) {

  private static final int LARGEST = 8 * 1024 * 1024;
  private static final int GZIP = 0x1f8b;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * The entries of the file, at least one: an empty list of tests would take them all.
   *
   * @throws UnusableFile if it cannot be read or has none
   */
  public List<TestEntry> some(Installation installation) {
    List<TestEntry> entries = all(installation);
    if (entries.isEmpty()) {
      throw unusable("expected a test a line but found none");
    }
    return entries;
  }

  /**
   * The entries of the file.
   *
   * @throws UnusableFile if it cannot be read
   */
  public List<TestEntry> all(Installation installation) {
    List<TestEntry> entries = new ArrayList<>();
    String text = text(installation.work().resolve(name));
    String[] lines = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      int comment = lines[i].indexOf('#');
      String entry = (comment < 0 ? lines[i] : lines[i].substring(0, comment)).strip();
      String note = comment < 0 ? "" : lines[i].substring(comment + 1).strip();
      if (!entry.isEmpty()) {
        entries.add(
            new TestEntry(option, Optional.of(new TestEntry.Line(name, i + 1)), entry, note));
      }
    }
    return entries;
  }

  private String text(Path file) {
    if (!Files.isRegularFile(file)) {
      throw unusable("expected a file with a test a line but found " + found(file));
    }
    try (InputStream in = plain(new BufferedInputStream(Files.newInputStream(file)))) {
      byte[] content = in.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        throw unusable("expected at most 8 MiB but found more");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw unusable("expected UTF-8 but found other bytes");
    } catch (IOException e) {
      throw unusable("cannot be read: " + FileFailure.reason(e));
    }
  }

  private static String found(Path file) {
    return Files.exists(file) ? "a folder" : "nothing there";
  }

  private static InputStream plain(BufferedInputStream in) throws IOException {
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return magic == GZIP ? new GZIPInputStream(in) : in;
  }

  private UnusableFile unusable(String problem) {
    return new UnusableFile(option, List.of(name + ": " + problem));
  }
}
