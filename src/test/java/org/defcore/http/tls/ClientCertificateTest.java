package org.defcore.http.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509KeyManager;
import org.defcore.http.HttpTransport;
import org.defcore.http.NoAnswer;
import org.defcore.http.TlsServer;
import org.defcore.http.TransportSettings;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.message.Recording;
import org.defcore.http.proxy.ProxyRules;
import org.defcore.http.redact.Secrets;
import org.defcore.http.tls.TlsSettings.Trust;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that show a certificate to a server that asks for one. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientCertificateTest {

  private static final Path FILES = Path.of("src/test/resources/tls");

  @TempDir private Path folder;

  private TlsServer server;

  @BeforeAll
  void start() throws Exception {
    TlsSettings own =
        new TlsSettings(Optional.of(file("ec.pem")), Trust.VERIFIED, Optional.of(pair("ec", "ec")));
    server = TlsServer.askingForCertificates(Tls.context(own));
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
  }

  @Test
  void showsItToAServerThatAsksForIt() throws IOException {
    Path both =
        Files.writeString(
            folder.resolve("both.pem"),
            "The key first\n" + text("ec.key") + "\nthen the certificate\n" + text("ec.pem"));

    assertThat(get(Optional.of(pair("ec", "ec")))).isEqualTo(200);
    assertThat(get(Optional.of(new ClientCertificate(both, both)))).isEqualTo(200);
  }

  @Test
  void saysThatAServerAsksForAnother() {
    List<Optional<ClientCertificate>> others =
        List.of(Optional.empty(), Optional.of(pair("rsa", "rsa")));

    for (Optional<ClientCertificate> other : others) {
      NoAnswer refused = catchThrowableOfType(NoAnswer.class, () -> get(other));

      assertThat(refused.why())
          .as(refused.getMessage())
          .isEqualTo(NoAnswer.Cause.CLIENT_CERTIFICATE);
      assertThat(refused)
          .hasMessageContaining("found a server that asks for another client certificate (")
          .hasMessageEndingWith("): set cert and key in clouds.yaml to what it accepts");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ec,      ec,        EC",
    "ec,      ec-pkcs8,  EC",
    "rsa,     rsa,       RSA",
    "rsa,     rsa-pkcs8, RSA",
    "ed25519, ed25519,   EdDSA",
  })
  void readsEachFormOfKey(String certificate, String key, String algorithm) throws Exception {
    X509KeyManager manager = (X509KeyManager) pair(certificate, key).managers()[0];

    assertThat(manager.getPrivateKey("client").getAlgorithm()).isEqualTo(algorithm);
    assertThat(manager.getCertificateChain("client")[0].getSubjectX500Principal().getName())
        .isEqualTo("CN=client-" + certificate);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
ec.pem | gone.key | gone.key: expected a private key but found no such file: check cert and key
ec.pem | ec.pem | ec.pem: expected a private key but found none: set key to the file that has it
ec.key | ec.key | ec.key: expected PEM certificates but found none: check cert
ec.pem | rsa.key | rsa.key: expected the private key of FILES/ec.pem but found another one: check cert and key
rsa.pem | ec.key | ec.key: expected the private key of FILES/rsa.pem but found another one: check cert and key
ec.pem | ec-encrypted.key | ec-encrypted.key: expected a private key without a passphrase but found an encrypted one: decrypt it into another file, with openssl pkey
ec.pem | ec-encrypted-old.key | ec-encrypted-old.key: expected a private key without a passphrase but found an encrypted one: decrypt it into another file, with openssl pkey
""")
  void namesWhatIsWrongWithAFile(String certificate, String key, String problem) {
    ClientCertificate pair = new ClientCertificate(file(certificate), file(key));

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(pair::managers)
        .withMessage(FILES + "/" + problem.replace("FILES", FILES.toString()));
  }

  @Test
  void namesWhatCannotBeReadInAFile() throws IOException {
    String half = "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIA==\n-----END EC PRIVATE KEY-----\n";
    Path broken = Files.writeString(folder.resolve("broken.pem"), half);
    Path odd = Files.writeString(folder.resolve("odd.pem"), half.replace("EC ", "OPENSSH "));
    Path torn =
        Files.writeString(
            folder.resolve("torn.pem"), half.replace("EC PRIVATE KEY", "CERTIFICATE"));

    for (Path key : List.of(broken, odd)) {
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> new ClientCertificate(file("ec.pem"), key).managers())
          .withMessage(
              key
                  + ": expected a private key of PKCS#8, PKCS#1 or SEC 1 but found one that cannot"
                  + " be read: convert it with openssl pkey");
    }
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> new ClientCertificate(torn, broken).managers())
        .withMessage(
            torn + ": expected PEM certificates but found one that cannot be read: check cert");
  }

  @Test
  void keyIsSecret() throws IOException {
    Secrets secrets = new Secrets();

    new HttpTransport(settings(Optional.of(pair("ec", "ec"))), secrets).close();

    String key = text("ec.key");
    String body = key.replaceAll("-----.*-----", "").strip();
    assertThat(body.lines()).hasSizeGreaterThan(2);
    assertThat(body.lines())
        .filteredOn(it -> it.length() > 16)
        .allSatisfy(it -> assertThat(secrets.redact("x: " + it + ".")).isEqualTo("x: [redacted]."));
    assertThat(secrets.redact(text("ec.pem"))).isEqualTo(text("ec.pem"));
  }

  private int get(Optional<ClientCertificate> client) {
    try (HttpTransport transport = new HttpTransport(settings(client), new Secrets())) {
      return transport
          .send(
              new HttpRequest("GET", URI.create(server.url() + "/"), List.of(), Optional.empty()),
              new Recording())
          .status();
    }
  }

  private static TransportSettings settings(Optional<ClientCertificate> client) {
    return TransportSettings.defaults()
        .with(
            new TlsSettings(Optional.of(file("ec.pem")), Trust.VERIFIED, client), ProxyRules.NONE);
  }

  private static ClientCertificate pair(String certificate, String key) {
    return new ClientCertificate(file(certificate + ".pem"), file(key + ".key"));
  }

  private static Path file(String name) {
    return FILES.resolve(name);
  }

  private static String text(String name) throws IOException {
    return Files.readString(file(name));
  }
}
