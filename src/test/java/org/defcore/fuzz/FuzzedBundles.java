package org.defcore.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.defcore.bundle.Bundle;
import org.defcore.bundle.BundleException;
import org.defcore.signature.AllowedSigners;
import org.defcore.signature.RevokedKeys;
import org.defcore.signature.SshKey;
import org.defcore.signature.SshKeyException;
import org.defcore.signature.SshSignature;

/** Bundles of strangers, and lists of whom a reader trusts. */
final class FuzzedBundles {

  private static final SshKey KEY = SshKey.make();

  private FuzzedBundles() {}

  static void bundle(byte[] input) throws IOException {
    Path file = Files.write(Files.createTempFile("fuzz", ".zip"), input);
    try {
      Bundle bundle = Bundle.open(file);
      bundle.signatures().forEach(bundle::signature);
      bundle.withheld();
    } catch (BundleException | SshKeyException e) {
      // One line for the user.
    } finally {
      Files.delete(file);
    }
  }

  static void signers(byte[] input) throws IOException {
    Path file = Files.write(Files.createTempFile("fuzz", ".signers"), input);
    try {
      taken(() -> AllowedSigners.read(file).judge(KEY.publicHalf(), "file", Instant.EPOCH));
      taken(() -> RevokedKeys.read(file).has(KEY.publicHalf()));
      taken(() -> SshSignature.read(input, "x").fits(input));
    } finally {
      Files.delete(file);
    }
  }

  private static void taken(Runnable reading) {
    try {
      reading.run();
    } catch (SshKeyException e) {
      // One line for the user.
    }
  }
}
