package org.defcore.cli.bundle;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.PassphraseOption;
import org.defcore.desk.Installation;
import org.defcore.signature.SshKey;
import org.defcore.signature.SshKeyFile;
import org.defcore.signature.SshPublicKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keys that sign, in the files of OpenSSH. */
@Command(mixinStandardHelpOptions = true, description = "Make and show Ed25519 keys of OpenSSH.")
final class KeyCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;

  KeyCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "key: expected one of new, show");
  }

  @Command(
      name = "new",
      mixinStandardHelpOptions = true,
      description = "Make a key, encrypted by a passphrase, and FILE.pub beside it.")
  int make(
      @Parameters(paramLabel = "FILE", description = "New file of the private key.") Path file,
      @Option(
              names = "--comment",
              paramLabel = "TEXT",
              defaultValue = "defcore",
              description = "Name of the owner, for people. Default: ${DEFAULT-VALUE}.")
          String comment,
      @Mixin PassphraseOption passphrase) {
    if (!comment.matches("[!-~]+(?: [!-~]+)*")) {
      throw new ParameterException(
          Objects.requireNonNull(spec).subcommands().get("new"),
          "--comment: expected printable ASCII but found \"" + comment + "\"");
    }
    SshKey key = SshKey.make();
    SshKeyFile.write(
        key, installation.work().resolve(file), passphrase.ofNew(file, installation), comment);
    Console console = Console.of(spec);
    console.out().println("key: " + key.publicHalf().fingerprint());
    console
        .out()
        .println(
            "for allowed_signers: PRINCIPAL namespaces=\"bundle@defcore.org\" " + key.publicKey());
    return ExitCode.CONFORMANT;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Show the public half of a key; no passphrase is needed.")
  int show(
      @Parameters(paramLabel = "FILE", description = "File of the private or the public key.")
          Path file,
      @Option(names = "--pem", description = "In the form that openssl and Sigstore read.")
          boolean pem) {
    SshPublicKey key = SshKeyFile.publicHalf(installation.work().resolve(file));
    Console console = Console.of(spec);
    console.out().print(pem ? key.pem() : key.line() + "\n" + key.fingerprint() + "\n");
    console.out().flush();
    return ExitCode.CONFORMANT;
  }
}
