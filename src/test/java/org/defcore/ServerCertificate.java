package org.defcore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server's certificate that only its owner vouches for.
 *
 * @param context in which a server shows it
 * @param pem file of the certificate, for those who are to trust it
 */
public record ServerCertificate(SSLContext context, Path pem) {

  private static final Path FILES = Path.of("src/test/resources/tls");
  private static final String PASSWORD = "changeit";

  /**
   * One of those in {@code src/test/resources/tls}, made by keytool: {@code local} for 127.0.0.1,
   * {@code elsewhere} for elsewhere.example, {@code expired} for 127.0.0.1 until long ago.
   */
  public static ServerCertificate of(String name) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(FILES.resolve(name + ".p12"))) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return new ServerCertificate(context, FILES.resolve(name + ".pem").toAbsolutePath());
  }
}
