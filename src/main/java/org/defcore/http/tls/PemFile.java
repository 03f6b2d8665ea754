package org.defcore.http.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A file of PEM blocks (RFC 7468), with any text between them. */
record PemFile(Path path, List<Block> blocks) {

  private static final int LONGEST = 1024 * 1024;
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,60})-----((?s:.*?))-----END \\1-----");
  private static final Pattern ENCRYPTED = Pattern.compile("(?m)^Proc-Type:.*ENCRYPTED");

  /**
   * One block.
   *
   * @param label {@code CERTIFICATE}, {@code PRIVATE KEY}
   * @param text between the two lines that mark it
   */
  record Block(String label, String text) {

    boolean isEncrypted() {
      return label.startsWith("ENCRYPTED ") || ENCRYPTED.matcher(text).find();
    }

    /** The octets; nothing if the text is not base64. */
    Optional<byte[]> octets() {
      try {
        return Optional.of(Base64.getDecoder().decode(text.replaceAll("\\s", "")));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return "Block[" + label + "]";
    }
  }

  PemFile {
    blocks = List.copyOf(blocks);
  }

  /**
   * @param expected contents, for the message
   * @throws UncheckedIOException if there is no such file, or none that can be read
   */
  static PemFile read(Path path, String expected) {
    try (InputStream in = Files.newInputStream(path)) {
      String text = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
      return new PemFile(path, BLOCK.matcher(text).results().map(PemFile::block).toList());
    } catch (NoSuchFileException e) {
      throw unusable(path, expected, "no such file", e);
    } catch (IOException e) {
      throw unusable(path, expected, "a file that cannot be read", e);
    }
  }

  private static Block block(MatchResult found) {
    return new Block(found.group(1), found.group(2));
  }

  /** The certificates, the first one first. */
  List<X509Certificate> certificates() {
    List<X509Certificate> found = new ArrayList<>();
    for (Block block : blocks) {
      if (block.label().endsWith("CERTIFICATE")) {
        try {
          found.add(
              (X509Certificate)
                  CertificateFactory.getInstance("X.509")
                      .generateCertificate(
                          new ByteArrayInputStream(block.octets().orElse(new byte[0]))));
        } catch (CertificateException e) {
          throw problem("PEM certificates", "one that cannot be read: check cert", e);
        }
      }
    }
    if (found.isEmpty()) {
      throw problem("PEM certificates", "none: check cert", new IOException("no certificate"));
    }
    return found;
  }

  /** The first private key, whatever its form; nothing if there is none. */
  Optional<Block> key() {
    return blocks.stream().filter(it -> it.label().endsWith("PRIVATE KEY")).findFirst();
  }

  private static UncheckedIOException unusable(
      Path path, String expected, String found, IOException cause) {
    return new UncheckedIOException(
        "%s: expected %s but found %s: check cert and key".formatted(path, expected, found), cause);
  }

  /**
   * A problem with the contents.
   *
   * @param found with what to do
   */
  UncheckedIOException problem(String expected, String found, Exception cause) {
    return new UncheckedIOException(
        "%s: expected %s but found %s".formatted(path, expected, found), new IOException(cause));
  }
}
