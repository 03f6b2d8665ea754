package org.defcore.simcloud.compute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys in the forms in which their users read them. */
final class KeyMaterialTest {

  @Test
  void bothHalvesOfAnSshPairBelongTogether() throws Exception {
    ObjectNode made = KeyMaterial.made("ssh", 1, "somebody");

    KeyPair pair =
        SecurityUtils.loadKeyPairIdentities(
                null,
                NamedResource.ofName("made"),
                new ByteArrayInputStream(
                    made.path("private_key").asText().getBytes(StandardCharsets.US_ASCII)),
                null)
            .iterator()
            .next();

    assertThat(made.path("public_key").asText())
        .startsWith("ssh-rsa ")
        .endsWith(" Generated-by-Nova");
    assertThat(
            PublicKeyEntry.parsePublicKeyEntry(made.path("public_key").asText())
                .resolvePublicKey(null, null, PublicKeyEntryResolver.FAILING))
        .isEqualTo(pair.getPublic());
    assertThat("MD5:" + made.path("fingerprint").asText())
        .isEqualTo(KeyUtils.getFingerPrint(BuiltinDigests.md5.get(), pair.getPublic()));
    assertThat(made.path("private_key").asText()).startsWith("-----BEGIN RSA PRIVATE KEY-----\n");
  }

  @Test
  void aCertificateIsSignedByItselfForItsOwner() throws Exception {
    ObjectNode made = KeyMaterial.made("x509", 2, "somebody");

    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new ByteArrayInputStream(
                        made.path("public_key").asText().getBytes(StandardCharsets.US_ASCII)));
    KeyStore store = KeyStore.getInstance("PKCS12");
    byte[] secret = Base64.getDecoder().decode(made.path("private_key").asText());
    store.load(new ByteArrayInputStream(secret), new char[0]);

    certificate.verify(certificate.getPublicKey());
    certificate.checkValidity();
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=somebody");
    assertThat(certificate.getVersion()).isEqualTo(3);
    assertThat(store.getCertificate("key")).isEqualTo(certificate);
    assertThat(
            KeyMaterial.imported("x509", made.path("public_key").asText())
                .orElseThrow()
                .path("fingerprint")
                .asText())
        .isEqualTo(made.path("fingerprint").asText())
        .hasSize(59);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ6aX+un+VXlJr1MbJ6mDhQcB9HjDer5P7tVYDIJZCVc me",
        "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBAVNB+6z"
            + "k5c3qvHhdL7KsA5UYaipgLnn6PkRFwpCsGGyajzBv6qPpv/V3eLokNvVtYmApXJqyS/4mfNnJUcFchA= me"
      })
  void aKeyOfAnotherKindCanBeBrought(String line) {
    assertThat(KeyMaterial.imported("ssh", line)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# ssh-rsa", "ssh-rsa", "ssh-rsa nonsense", "ssh-rsa !!!!", "no key"})
  void aLineThatIsNoKeyIsNone(String line) {
    assertThat(KeyMaterial.imported("ssh", line)).isEmpty();
    assertThat(KeyMaterial.imported("x509", line)).isEmpty();
  }
}
