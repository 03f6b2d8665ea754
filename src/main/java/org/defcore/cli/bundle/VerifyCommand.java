package org.defcore.cli.bundle;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.OutputOption;
import org.defcore.desk.Installation;
import org.defcore.desk.bundle.Trust;
import org.defcore.desk.bundle.Verification;
import org.defcore.desk.bundle.VerifiedClaim;
import org.defcore.signature.AllowedSigners;
import org.defcore.signature.RevokedKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code defcore verify BUNDLE}: every claim of a bundle, offline. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Check every claim of a bundle, offline, a line each: ok, note, or REFUSED.",
      "The commands that check sums and signatures without this program follow them; those do not"
          + " notice an extra file.",
      "Exit code: 0 if no claim is refused, whatever the verdict; else 1."
    })
final class VerifyCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private OutputOption output = new OutputOption();

  @Parameters(paramLabel = "BUNDLE", description = "File of the bundle.")
  private Path file = Path.of("");

  @Option(
      names = "--trust",
      required = true,
      paramLabel = "FILE",
      description = "Keys that you trust, as in allowed_signers of OpenSSH.")
  private Path signers = Path.of("");

  @Option(
      names = "--revoked",
      paramLabel = "FILE",
      description =
          "Revoked keys, as ssh-keygen -r takes them: public keys, one a line, or a binary list (KRL).")
  private @Nullable Path revoked;

  private Optional<Instant> claimed = Optional.empty();

  VerifyCommand(Installation installation) {
    this.installation = installation;
  }

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description =
          "Time at which the keys have to be valid, 2026-12-31 or 2026-12-31T12:00:00Z. Default:"
              + " now, as no signature proves when it was made.")
  void at(String text) {
    try {
      claimed =
          Optional.of(
              text.contains("T")
                  ? OffsetDateTime.parse(text).toInstant()
                  : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException e) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--at: expected a time as in 2026-12-31T12:00:00Z but found \"" + text + "\"");
    }
  }

  @Override
  public Integer call() {
    Path work = installation.work();
    Trust trust =
        new Trust(
            work.resolve(signers),
            AllowedSigners.read(work.resolve(signers)),
            revoked == null ? RevokedKeys.NONE : RevokedKeys.read(work.resolve(revoked)),
            claimed);
    Verification.Verified verified =
        Verification.of(installation, work.resolve(file), trust, Clock.systemUTC());
    output.print(installation.work(), () -> lines(verified), () -> json(verified));
    return verified.holds() ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT;
  }

  private static List<String> lines(Verification.Verified verified) {
    List<String> lines =
        new ArrayList<>(verified.claims().stream().map(VerifiedClaim::line).toList());
    lines.add(verified.holds() ? "verified" : "NOT verified");
    if (!verified.commands().isEmpty()) {
      lines.add("sums and signature without this program:");
      verified.commands().forEach(it -> lines.add("  " + it));
    }
    return lines;
  }

  private static Map<String, Object> json(Verification.Verified verified) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("verified", verified.holds());
    all.put(
        "claims",
        verified.claims().stream()
            .map(
                it ->
                    Map.of(
                        "subject",
                        it.subject(),
                        "standing",
                        it.standing().word(),
                        "words",
                        it.words()))
            .map(TreeMap::new)
            .toList());
    all.put("commands", verified.commands());
    return all;
  }
}
