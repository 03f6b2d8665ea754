package org.defcore.cli.bundle;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.defcore.bundle.SignerRole;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.EnumOption;
import org.defcore.cli.options.KeyOptions;
import org.defcore.desk.Installation;
import org.defcore.desk.bundle.BundleMaker;
import org.defcore.signature.SshKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code defcore bundle sign BUNDLE}: one signature more. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Sign a bundle, by a signature that ssh-keygen -Y verify accepts.",
      "The vendor's key also signs an in-toto statement, as a Sigstore bundle."
    })
final class BundleSignCommand implements Callable<Integer> {

  private static final String AS = "--as";

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private KeyOptions key = new KeyOptions();

  @Parameters(paramLabel = "BUNDLE", description = "File of the bundle.")
  private Path file = Path.of("");

  private SignerRole role = SignerRole.VENDOR;

  BundleSignCommand(Installation installation) {
    this.installation = installation;
  }

  @Option(
      names = AS,
      required = true,
      paramLabel = "vendor|reviewer|board",
      description = "Role of the signer.")
  void role(String word) {
    role =
        EnumOption.choice(Objects.requireNonNull(spec).commandLine(), AS, SignerRole.class, word);
  }

  @Override
  public Integer call() {
    SshKey signer = key.open(installation);
    BundleMaker.sign(installation.work().resolve(file), signer, role);
    Console.of(spec)
        .out()
        .println("signed as %s by %s".formatted(role.word(), signer.publicHalf().fingerprint()));
    return ExitCode.CONFORMANT;
  }
}
