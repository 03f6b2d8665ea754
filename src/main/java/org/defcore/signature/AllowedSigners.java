package org.defcore.signature;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Signers and their purposes: a file {@code allowed_signers} of OpenSSH. */
public final class AllowedSigners {

  /**
   * The standing of a key.
   *
   * @param principal whose key it is; absent if it does not count
   * @param words why it does not count, or when it does
   */
  public record Standing(Optional<String> principal, String words) {}

  private final List<TrustLine> lines;

  private AllowedSigners(List<TrustLine> lines) {
    this.lines = List.copyOf(lines);
  }

  /**
   * Reads a file.
   *
   * @throws SshKeyException if a line cannot be understood, as it might be one that restricts
   */
  public static AllowedSigners read(Path file) {
    List<TrustLine> lines = new ArrayList<>();
    List<String> text = TrustLine.text(file).lines().toList();
    for (int i = 0; i < text.size(); i++) {
      String line = text.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        lines.add(TrustLine.parse(line, file + ":" + (i + 1)));
      }
    }
    return new AllowedSigners(lines);
  }

  /**
   * The first principal for whom the key counts.
   *
   * @param namespace purpose of the signature
   * @param at the moment that is taken for that of the signature
   */
  public Standing judge(SshPublicKey key, String namespace, Instant at) {
    List<TrustLine> known =
        lines.stream().filter(it -> it.isFor(key) && it.namesSomebody()).toList();
    List<TrustLine> fitting = known.stream().filter(it -> it.isFor(namespace)).toList();
    if (fitting.isEmpty()) {
      return new Standing(
          Optional.empty(), known.isEmpty() ? "unknown key" : "key not allowed for " + namespace);
    }
    return fitting.stream()
        .filter(it -> it.untimely(at).isEmpty())
        .findFirst()
        .map(it -> new Standing(Optional.of(it.principal()), "valid at " + at))
        .orElseGet(
            () ->
                new Standing(
                    Optional.empty(), "key " + fitting.get(0).untimely(at).orElse("not valid")));
  }
}
