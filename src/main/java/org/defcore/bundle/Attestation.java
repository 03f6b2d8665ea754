package org.defcore.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.defcore.http.json.ShapeException;
import org.defcore.http.json.StrictJson;
import org.defcore.signature.SshKey;
import org.defcore.signature.SshPublicKey;

/**
 * A statement of in-toto in an envelope of DSSE, as a Sigstore bundle v0.3 with a plain public key.
 *
 * @param statement the text that is signed
 * @param hint fingerprint of the key, which proves nothing
 * @param signature in Base64
 */
public record Attestation(String statement, String hint, String signature) {

  static final String MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
  static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

  static Attestation sign(String statement, SshKey key) {
    return new Attestation(
        statement,
        key.publicHalf().fingerprint(),
        Base64.getEncoder().encodeToString(key.sign(signed(statement))));
  }

  /** The pre-authentication encoding of DSSE. */
  private static byte[] signed(String statement) {
    int length = statement.getBytes(StandardCharsets.UTF_8).length;
    return "DSSEv1 %d %s %d %s"
        .formatted(PAYLOAD_TYPE.length(), PAYLOAD_TYPE, length, statement)
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a file.
   *
   * @throws BundleException if it is not byte by byte what {@link #text} gives
   */
  public static Attestation read(byte[] content) {
    try {
      JsonNode envelope = StrictJson.parse(content).path("dsseEnvelope");
      Attestation read =
          new Attestation(
              new String(
                  Base64.getDecoder().decode(envelope.path("payload").asText()),
                  StandardCharsets.UTF_8),
              StrictJson.parse(content).at("/verificationMaterial/publicKey/hint").asText(),
              envelope.at("/signatures/0/sig").asText());
      if (read.text().equals(new String(content, StandardCharsets.UTF_8))) {
        return read;
      }
    } catch (ShapeException | IllegalArgumentException e) {
      // As any other file that is none.
    }
    throw new BundleException(
        TopParts.ATTESTATION + ": expected a Sigstore bundle as this program writes it");
  }

  /** Returns whether the key has signed it. */
  public boolean fits(SshPublicKey key) {
    try {
      return hint.equals(key.fingerprint())
          && key.verifies(Base64.getDecoder().decode(signature), signed(statement));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  String text() {
    ObjectNode root = StrictJson.MAPPER.createObjectNode().put("mediaType", MEDIA_TYPE);
    ObjectNode material = root.putObject("verificationMaterial");
    material.putObject("publicKey").put("hint", hint);
    material.putArray("tlogEntries");
    ObjectNode envelope = root.putObject("dsseEnvelope");
    byte[] payload = statement.getBytes(StandardCharsets.UTF_8);
    envelope.put("payload", Base64.getEncoder().encodeToString(payload));
    envelope.put("payloadType", PAYLOAD_TYPE);
    envelope.putArray("signatures").addObject().put("sig", signature).put("keyid", "");
    return BundleFacts.text(root) + "\n";
  }
}
