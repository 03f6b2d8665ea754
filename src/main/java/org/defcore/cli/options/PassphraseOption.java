package org.defcore.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.defcore.desk.Installation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The place of a passphrase, which is never an argument. */
public final class PassphraseOption {

  static final String VARIABLE = "DEFCORE_KEY_PASSPHRASE";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description =
          "File with the passphrase of the key. Default: " + VARIABLE + ", else the terminal asks.")
  private @Nullable Path file;

  /** The passphrase; empty if nobody can be asked. */
  public Optional<String> of(Path key, Installation installation) {
    return file == null
        ? installation.secret(VARIABLE, "passphrase of " + key)
        : Optional.of(read(installation.work().resolve(file)));
  }

  /** One for a new key, which the terminal asks for twice. */
  public String ofNew(Path key, Installation installation) {
    String phrase = of(key, installation).filter(it -> !it.isEmpty()).orElseThrow(this::none);
    boolean typed = file == null && !installation.environment().containsKey(VARIABLE);
    if (typed && !of(key, installation).equals(Optional.of(phrase))) {
      throw refused("expected the same passphrase twice but found two");
    }
    return phrase;
  }

  private ParameterException none() {
    return refused(
        "expected a passphrase for the key but found none: set %s, or name a file by"
                .formatted(VARIABLE)
            + " --passphrase-file");
  }

  private String read(Path path) {
    try {
      return Files.readString(path).replaceFirst("\\R$", "");
    } catch (IOException e) {
      throw refused(
          "--passphrase-file: expected a file with the passphrase but found none that can be read"
              + " at "
              + path);
    }
  }

  private ParameterException refused(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
