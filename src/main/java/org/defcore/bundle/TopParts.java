package org.defcore.bundle;

import java.util.regex.Pattern;
import org.defcore.signature.SshPublicKey;

/** Names of parts that are in no list of sums, as they are made after it. */
final class TopParts {

  static final String ATTESTATION = "attestation.sigstore.json";

  private static final Pattern SIGNATURE = Pattern.compile("SHA256SUMS\\.[\\w-]{43}\\.sig");

  private TopParts() {}

  static String signature(SshPublicKey key) {
    return "SHA256SUMS." + key.fileWord() + ".sig";
  }

  static boolean isSignature(String part) {
    return SIGNATURE.matcher(part).matches();
  }

  static boolean isUnlisted(String part) {
    return part.equals(Sums.FILE) || part.equals(ATTESTATION) || isSignature(part);
  }
}
