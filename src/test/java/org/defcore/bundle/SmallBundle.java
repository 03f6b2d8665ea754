package org.defcore.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.defcore.signature.SshKey;
import org.defcore.signature.SshKeyException;

/**
 * A bundle of few bytes, signed by a vendor and a board.
 *
 * @param key of the vendor
 */
record SmallBundle(Path file, SshKey key) {

  static SmallBundle in(Path folder) {
    Path file = folder.resolve("small.zip");
    Bundle.create(
        Map.of(
            BundleFacts.FILE,
            PartSource.of(facts(BundleFacts.FORMAT).text()),
            "public/run/outcomes.jsonl",
            PartSource.of("{}\n"),
            "reviewer/salt",
            PartSource.of("0123456789abcdef0123456789abcdef"),
            "reviewer/run/evidence/a.har",
            PartSource.of("{\"log\": {}}\n")),
        Map.of("README.txt", PartSource.of("read me\n")),
        file,
        Bundle::open);
    SmallBundle small = new SmallBundle(file, SshKey.make());
    Bundle.open(file).sign(small.key, SignerRole.VENDOR, "{\"a\" : 1}");
    Bundle.open(file).sign(SshKey.make(), SignerRole.BOARD, "");
    return small;
  }

  static BundleFacts facts(String format) {
    return new BundleFacts(
        format,
        "2026-12-01T00:00:00Z",
        "1",
        new BundleFacts.Suite(1, "00"),
        new BundleFacts.Run("run-1", Optional.empty(), List.of(), List.of()),
        new BundleFacts.Scoring("2020.06", "platform", "2026-12-01", List.of()));
  }

  byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its parts, to be put together in another way. */
  SortedMap<String, PartSource> parts() {
    SortedMap<String, PartSource> parts = new TreeMap<>();
    Bundle bundle = Bundle.open(file);
    bundle.sums().keySet().forEach(it -> parts.put(it, PartSource.of(bundle.content(it))));
    return parts;
  }

  /** The first reason to refuse a file in place of this one; empty if there is none. */
  Optional<String> refusal(Path other) {
    try {
      Bundle bundle = Bundle.read(other);
      if (!bundle.problems().isEmpty()) {
        return bundle.problems().stream().findFirst();
      }
      for (String part : bundle.signatures()) {
        if (!bundle.signature(part).fits(bundle.signed())) {
          return Optional.of(part + ": does not fit " + Sums.FILE);
        }
      }
      return bundle
          .attestation()
          .map(Attestation::read)
          .filter(it -> !it.fits(key.publicHalf()))
          .map(it -> TopParts.ATTESTATION);
    } catch (BundleException | SshKeyException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
