package org.defcore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server's certificate that only its owner vouches for.
 *
 * @param context in which a server shows it
 * @param pem file of the certificate, for those who are to trust it
 */
public record ServerCertificate(SSLContext context, Path pem) {

  private static final String PASSWORD = "changeit";

  /**
   * Makes one.
   *
   * @param folder of its files, which bear its name
   * @param subject alternative name, as keytool writes it: {@code ip:127.0.0.1}
   */
  public static ServerCertificate make(Path folder, String name, String subject)
      throws IOException, GeneralSecurityException {
    return make(folder, name, subject, "-0d");
  }

  /**
   * As {@link #make(Path, String, String)}.
   *
   * @param start of its three months, as keytool writes it: {@code -1y}
   */
  public static ServerCertificate make(Path folder, String name, String subject, String start)
      throws IOException, GeneralSecurityException {
    Path store = folder.resolve(name + ".p12");
    keytool(store, name, subject, start);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    String der = Base64.getMimeEncoder().encodeToString(keys.getCertificate(name).getEncoded());
    String pem = "-----BEGIN CERTIFICATE-----\n" + der + "\n-----END CERTIFICATE-----\n";
    return new ServerCertificate(context, Files.writeString(folder.resolve(name + ".pem"), pem));
  }

  private static void keytool(Path store, String name, String subject, String start)
      throws IOException {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process process =
        new ProcessBuilder(
                tool.toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + subject,
                "-startdate",
                start,
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
    assertThat(process.onExit().join().exitValue()).as(output).isZero();
  }
}
