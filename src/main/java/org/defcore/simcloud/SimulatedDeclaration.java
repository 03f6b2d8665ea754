package org.defcore.simcloud;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.defcore.simcloud.identity.PasswordRules;
import org.defcore.simcloud.kind.Kind;

/** The declaration that a vendor of a simulated cloud would write. */
public final class SimulatedDeclaration {

  private static final String FILE = "declaration.yaml";

  private SimulatedDeclaration() {}

  /** The text of the file, in the form {@code defcore-declaration/1}. */
  public static String text(Kind kind) {
    PasswordRules rules = PasswordRules.STRICT;
    return template()
        .formatted(
            rules.history(),
            rules.attempts(),
            rules.lock().toSeconds(),
            kind.word(),
            kind.userland().engine(),
            kind.userland().system(),
            kind.userland().sharesKernel() ? "shared" : "own");
  }

  private static String template() {
    try (InputStream file =
        Objects.requireNonNull(SimulatedDeclaration.class.getResourceAsStream(FILE), FILE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
