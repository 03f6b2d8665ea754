package org.defcore.desk.bundle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.defcore.bundle.Bundle;
import org.defcore.bundle.SignerRole;
import org.defcore.bundle.Tier;
import org.defcore.signature.SshSignature;

/** The commands by which anybody verifies a bundle without this program. */
public final class StrangersCommands {

  static final String README =
      """
      A run of defcore, its verdicts, and the files they were computed from. SHA256SUMS lists the
      sum of the SHA256SUMS of each tier; SHA256SUMS.*.sig are SSH signatures of it. To verify it,
      run these in the folder that you unpacked it to, with your own file allowed_signers:

        ssh-keygen -Y verify -f allowed_signers -I PRINCIPAL -n bundle@defcore.org \\
          -s SHA256SUMS.KEY.sig < SHA256SUMS
        sha256sum -c --quiet --strict --ignore-missing SHA256SUMS
        (cd public && sha256sum -c --quiet --strict SHA256SUMS)

      and the last line again for each other tier in it. They do not notice an extra file;
      defcore verify does, and it computes the verdicts again.
      """;

  private StrangersCommands() {}

  /**
   * The commands for one bundle.
   *
   * @param principal whose vendor's signature it has, as the list of signers names them
   */
  static List<String> of(Bundle bundle, String principal, Path trust, SshSignature signature) {
    List<String> commands = new ArrayList<>();
    commands.add(
        "unzip -q %s -d bundle && cd bundle"
            .formatted(quoted(bundle.file().toAbsolutePath().toString())));
    commands.add(
        "ssh-keygen -Y verify -f %s -I %s -n %s -s SHA256SUMS.%s.sig < SHA256SUMS"
            .formatted(
                quoted(trust.toAbsolutePath().toString()),
                quoted(principal),
                SignerRole.VENDOR.namespace(),
                signature.key().fileWord()));
    StringBuilder sums =
        new StringBuilder("sha256sum -c --quiet --strict --ignore-missing SHA256SUMS");
    for (Tier tier : bundle.tiers()) {
      sums.append(" && (cd %s && sha256sum -c --quiet --strict SHA256SUMS)".formatted(tier.word()));
    }
    commands.add(sums.toString());
    return commands;
  }

  private static String quoted(String word) {
    return word.matches("[\\w./@%+=:,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
