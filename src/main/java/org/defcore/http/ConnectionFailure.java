package org.defcore.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.defcore.http.message.Authority;

/**
 * The reason for which no answer came, in words that a user can act on.
 *
 * @param found event instead of an answer
 * @param advice next step for the user
 * @param reach how far the request got
 */
record ConnectionFailure(NoAnswer.Cause why, String found, String advice, Reach reach) {

  /** Alerts of TLS (RFC 8446, 6.2) that a server sends for its client's certificate. */
  private static final Pattern ABOUT_CLIENT =
      Pattern.compile("fatal alert: (\\w*certificate\\w*|unknown_ca)");

  /** The way that a request went before the failure. */
  enum Reach {
    /** Nothing was sent. */
    NOT_SENT,
    /** It may have been carried out. */
    UNKNOWN,
    /** However far: sending it again would not help. */
    FINAL
  }

  private ConnectionFailure(NoAnswer.Cause why, String found, String advice) {
    this(why, found, advice, Reach.FINAL);
  }

  static ConnectionFailure interrupted() {
    return new ConnectionFailure(
        NoAnswer.Cause.BROKEN_OFF, "an interruption", "the run was stopped");
  }

  static ConnectionFailure of(IOException e, URI uri, TransportSettings settings) {
    if (e instanceof ProxyFailure proxied) {
      return proxied.told(settings);
    }
    if (e instanceof UnknownHostException) {
      return new ConnectionFailure(
          NoAnswer.Cause.UNKNOWN_HOST,
          "no host '" + Authority.of(uri).host() + "'",
          "check the URL and the name service");
    }
    if (e instanceof ConnectTimeoutException) {
      return late("no connection", settings.connect(), "check host, port and firewall");
    }
    if (e instanceof SocketTimeoutException) {
      return late("silence", settings.response(), "see whether the service hangs");
    }
    if (e instanceof DeadlineExceeded) {
      return late("an unfinished exchange", settings.exchange(), "see whether the service hangs");
    }
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return new ConnectionFailure(
          NoAnswer.Cause.REFUSED,
          e instanceof NoRouteToHostException ? "no route" : "a refused connection",
          "check host and port, and that the service runs",
          Reach.NOT_SENT);
    }
    return e instanceof SSLException tls ? untrusted(tls) : brokenOff(e);
  }

  private static ConnectionFailure late(String found, Duration limit, String advice) {
    return new ConnectionFailure(
        NoAnswer.Cause.TIMED_OUT, found + " after " + words(limit), advice);
  }

  private static ConnectionFailure untrusted(SSLException e) {
    if (e instanceof SSLPeerUnverifiedException || isAboutCertificate(e)) {
      return new ConnectionFailure(
          NoAnswer.Cause.NOT_TRUSTED,
          "a certificate that is not trusted (" + firstLine(e) + ")",
          "set cacert to the file of its authority, or verify: false, in clouds.yaml");
    }
    if (ABOUT_CLIENT.matcher(firstLine(e)).find()) {
      return new ConnectionFailure(
          NoAnswer.Cause.CLIENT_CERTIFICATE,
          "a server that asks for another client certificate (" + firstLine(e) + ")",
          "set cert and key in clouds.yaml to what it accepts");
    }
    return new ConnectionFailure(
        NoAnswer.Cause.BROKEN_OFF,
        "no TLS to agree on (" + firstLine(e) + ")",
        "check that the URL should start with https");
  }

  private static boolean isAboutCertificate(Throwable e) {
    Throwable at = e;
    while (at != null && !(at instanceof CertificateException)) {
      at = at.getCause();
    }
    return at != null;
  }

  private static ConnectionFailure brokenOff(IOException e) {
    if (e instanceof UnaskedAnswer) {
      return new ConnectionFailure(
          NoAnswer.Cause.BROKEN_OFF,
          UnaskedAnswer.WHAT,
          "see whether a proxy before the service mixes up answers",
          Reach.NOT_SENT);
    }
    if (e instanceof NoHttpResponseException || e instanceof StaleConnection) {
      return new ConnectionFailure(
          NoAnswer.Cause.BROKEN_OFF,
          e instanceof StaleConnection
              ? StaleConnection.WHAT
              : "a connection closed without a byte",
          "see whether the service or a proxy before it restarts",
          Reach.UNKNOWN);
    }
    if (e instanceof ClientProtocolException || e instanceof MessageConstraintException) {
      return new ConnectionFailure(
          NoAnswer.Cause.BROKEN_OFF,
          "no HTTP (" + firstLine(e) + ")",
          "check scheme and port of the URL");
    }
    return new ConnectionFailure(
        NoAnswer.Cause.BROKEN_OFF,
        "a connection that broke off (" + firstLine(e) + ")",
        "see whether the service or a proxy before it restarts",
        Reach.UNKNOWN);
  }

  private static String firstLine(Throwable e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.lines().findFirst().orElse("");
  }

  private static String words(Duration limit) {
    return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }
}
