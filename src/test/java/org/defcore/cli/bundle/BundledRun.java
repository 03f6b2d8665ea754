package org.defcore.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.defcore.cli.Shell;
import org.defcore.cli.StoredRun;
import org.defcore.signature.WrittenKey;

/**
 * The stored run in a bundle {@code b.zip}, signed by a key that {@code signers} trusts.
 *
 * @param shell in the folder of all these files
 */
public record BundledRun(Shell shell) {

  public static BundledRun in(Path work) {
    Shell shell = new Shell(work);
    StoredRun.copiedTo(work.resolve("run"));
    BundledRun bundled = new BundledRun(shell);
    bundled.say("bundle", "create", "run", "--out", "b.zip");
    WrittenKey.to(work.resolve("key"));
    bundled.say("bundle", "sign", "b.zip", "--key", "key", "--as", "vendor");
    shell.write("signers", bundled.trustLine("namespaces=\"bundle@defcore.org\""));
    return bundled;
  }

  String trustLine(String options) {
    String key = say("key", "show", "key").out().lines().findFirst().orElseThrow();
    return "vendor@acme " + options + " " + key + "\n";
  }

  /** Another key, encrypted, and its line for a list of signers. */
  public String newKey(String name, String principal) {
    Shell.Said said =
        shell.run(Map.of("DEFCORE_KEY_PASSPHRASE", "long and secret"), "key", "new", name);
    assertThat(said.code()).as(said.err()).isZero();
    return principal + " " + shell.read(name + ".pub");
  }

  public Shell.Said sign(String key, String role) {
    return shell.run(
        Map.of("DEFCORE_KEY_PASSPHRASE", "long and secret"),
        "bundle",
        "sign",
        "b.zip",
        "--key",
        key,
        "--as",
        role);
  }

  public Shell.Said say(String... words) {
    Shell.Said said = shell.run(words);
    assertThat(said.code()).as(said.out() + said.err()).isZero();
    return said;
  }

  Shell.Said verify(String file, String... more) {
    String[] words = {"verify", file, "--trust", "signers"};
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return shell.run(all);
  }

  public Path path(String name) {
    return shell.work().resolve(name);
  }
}
