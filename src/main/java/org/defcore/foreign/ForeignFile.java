package org.defcore.foreign;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.defcore.result.RunException;

/** Reading of the files of one import, plain or gzip'd, in bounded memory. */
public final class ForeignFile {

  /** In the order in which they are tried. */
  private static final List<ResultFormat> FORMATS =
      List.of(
          new SubunitV2Stream(),
          new RallyResults(),
          new RefstackResults(),
          new JunitResults(),
          new SubunitV1Stream(),
          new SonobuoyResults());

  private static final long LARGEST = 1L << 30;
  private static final int HEAD = 4096;
  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";
  private static final int GZIP = 0x1f8b;

  private final Gathered.Room room = new Gathered.Room();
  private final List<ForeignSource> read = new ArrayList<>();

  /** All that were read. */
  public List<ForeignSource> sources() {
    return List.copyOf(read);
  }

  /**
   * Reads one more.
   *
   * @param name of the file as the user wrote it
   * @throws RunException in one line, if it is not whole or of no known format, or was read before
   */
  public void read(Path file, String name) {
    try {
      ForeignSource source = source(file, name);
      if (read.stream().anyMatch(it -> it.sha256().equals(source.sha256()))) {
        throw new FormatProblem("the same results were read before: name them once");
      }
      read.add(source);
    } catch (IOException e) {
      throw new RunException("%s: %s".formatted(name, plain(e)));
    }
  }

  private static String plain(IOException e) {
    String message = String.valueOf(e.getMessage());
    return e instanceof FormatProblem ? message : "cannot be read: " + message;
  }

  private ForeignSource source(Path file, String name) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new FormatProblem(
          "expected a file with results but found "
              + (Files.exists(file) ? "something else" : "nothing there"));
    }
    if (Files.size(file) > LARGEST) {
      throw SourceBytes.tooLong(LARGEST);
    }
    MessageDigest digest = sha256();
    try (InputStream raw = Files.newInputStream(file);
        InputStream in =
            plain(new BufferedInputStream(new DigestInputStream(raw, digest), 1 << 16))) {
      String head = head(in);
      ResultFormat format =
          FORMATS.stream()
              .filter(it -> it.begins(head))
              .findFirst()
              .orElseThrow(() -> new FormatProblem(unknown(head)));
      Gathered gathered = new Gathered(room);
      format.read(in, gathered);
      in.transferTo(OutputStream.nullOutputStream());
      if (gathered.results().isEmpty()) {
        throw new FormatProblem("the %s has no result of a test".formatted(format.title()));
      }
      return new ForeignSource(
          String.valueOf(Path.of(name).getFileName()),
          HexFormat.of().formatHex(digest.digest()),
          format.title(),
          format.passesOnly(),
          gathered.harness(),
          gathered.simulated(),
          gathered.results());
    }
  }

  private static InputStream plain(BufferedInputStream in) throws IOException {
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return new BufferedInputStream(
        new SourceBytes(magic == GZIP ? new GZIPInputStream(in) : in, LARGEST), 1 << 16);
  }

  private static String head(InputStream in) throws IOException {
    in.mark(HEAD);
    String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    in.reset();
    if (head.startsWith(BYTE_ORDER_MARK)) {
      in.skipNBytes(BYTE_ORDER_MARK.length());
      return head.substring(BYTE_ORDER_MARK.length());
    }
    return head;
  }

  private static String unknown(String head) {
    if (head.isEmpty()) {
      return "expected results but the file is empty";
    }
    String known =
        FORMATS.stream().map(ResultFormat::title).sorted().collect(Collectors.joining(", "));
    String first = head.lines().findFirst().orElse("");
    String shown = first.substring(0, Math.min(first.length(), 30)).replaceAll("[^ -~]", ".");
    return "expected one of %s but found \"%s\"".formatted(known, shown);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
