package org.defcore.cli.options;

import java.nio.file.Path;
import org.defcore.desk.Installation;
import org.defcore.signature.SshKey;
import org.defcore.signature.SshKeyFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for the key that signs. */
public final class KeyOptions {

  public static final String VARIABLE = PassphraseOption.VARIABLE;

  @Mixin private PassphraseOption passphrase = new PassphraseOption();

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "Private Ed25519 key of OpenSSH that signs.")
  private Path file = Path.of("");

  public SshKey open(Installation installation) {
    return SshKeyFile.read(installation.work().resolve(file))
        .open(() -> passphrase.of(file, installation));
  }
}
