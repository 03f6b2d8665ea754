package org.defcore.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * A script within a page. The page's policy admits it by its hash, so that no text of a cloud can
 * become another one.
 */
public record InlineScript(String text) {

  /** A script of this package, by its file name. */
  public static InlineScript named(String file) {
    try (InputStream script =
        Objects.requireNonNull(InlineScript.class.getResourceAsStream(file), file)) {
      return new InlineScript(new String(script.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** The source expression of a Content-Security-Policy. */
  public String source() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
