package org.defcore.http.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.defcore.http.tls.TlsSettings.Trust;
import org.jspecify.annotations.Nullable;

/** TLS with the JDK's authorities, with those of one file only, or without checks. */
public final class Tls {

  private Tls() {}

  /**
   * The way to speak TLS under these settings.
   *
   * @throws UncheckedIOException if one of the files cannot be used
   */
  public static TlsSocketStrategy strategy(TlsSettings settings) {
    try {
      if (settings.trust() == Trust.ANY) {
        // Without the policy the JDK goes on checking host names, whatever the verifier says.
        return new DefaultClientTlsStrategy(
            context(settings), HostnameVerificationPolicy.CLIENT, NoopHostnameVerifier.INSTANCE);
      }
      return settings.equals(TlsSettings.USUAL)
          ? DefaultClientTlsStrategy.createDefault()
          : new DefaultClientTlsStrategy(context(settings));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot do TLS", e);
    }
  }

  static SSLContext context(TlsSettings settings) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    Optional<ClientCertificate> client = settings.client();
    context.init(client.isPresent() ? client.get().managers() : null, trust(settings), null);
    return context;
  }

  /** Null stands for the authorities of the JDK. */
  private static TrustManager @Nullable [] trust(TlsSettings settings)
      throws GeneralSecurityException {
    if (settings.trust() == Trust.ANY) {
      return new TrustManager[] {new TrustAllManager()};
    }
    Optional<Path> cacert = settings.cacert();
    return cacert.isPresent() ? only(cacert.get()) : null;
  }

  private static TrustManager[] only(Path bundle) throws GeneralSecurityException {
    KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
    try {
      authorities.load(null, null);
      int number = 0;
      for (Certificate authority : read(bundle)) {
        authorities.setCertificateEntry("authority-" + number++, authority);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authorities);
    return Arrays.stream(factory.getTrustManagers())
        .map(it -> it instanceof X509ExtendedTrustManager x509 ? new DatedTrustManager(x509) : it)
        .toArray(TrustManager[]::new);
  }

  private static Collection<? extends Certificate> read(Path bundle) {
    try (InputStream in = Files.newInputStream(bundle)) {
      Collection<? extends Certificate> read =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (read.isEmpty()) {
        throw unusable(bundle, "none", new IOException("no certificate"));
      }
      return read;
    } catch (NoSuchFileException e) {
      throw unusable(bundle, "no such file", e);
    } catch (IOException e) {
      throw unusable(bundle, "a file that cannot be read", e);
    } catch (CertificateException e) {
      throw unusable(bundle, "something else", new IOException(e));
    }
  }

  private static UncheckedIOException unusable(Path bundle, String found, IOException cause) {
    return new UncheckedIOException(
        bundle + ": expected PEM certificates but found " + found + ": check cacert", cause);
  }
}
