package org.defcore.http.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts as another one, and checks the dates of the certificates that it trusts as well, which the
 * JDK does not: it takes those for decided.
 */
final class DatedTrustManager extends X509ExtendedTrustManager {

  private final X509ExtendedTrustManager inner;

  DatedTrustManager(X509ExtendedTrustManager inner) {
    this.inner = inner;
  }

  private void checkDates(X509Certificate[] chain) throws CertificateException {
    chain[0].checkValidity();
    X509Certificate last = chain[chain.length - 1];
    List<X509Certificate> authorities =
        Arrays.stream(inner.getAcceptedIssuers())
            .filter(it -> it.getSubjectX500Principal().equals(last.getIssuerX500Principal()))
            .toList();
    if (!authorities.isEmpty() && authorities.stream().noneMatch(DatedTrustManager::isValid)) {
      authorities.get(0).checkValidity();
    }
  }

  private static boolean isValid(X509Certificate certificate) {
    try {
      certificate.checkValidity();
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    inner.checkServerTrusted(chain, authType, socket);
    checkDates(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    inner.checkServerTrusted(chain, authType, engine);
    checkDates(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    inner.checkServerTrusted(chain, authType);
    checkDates(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    inner.checkClientTrusted(chain, authType, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    inner.checkClientTrusted(chain, authType, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    inner.checkClientTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return inner.getAcceptedIssuers();
  }
}
