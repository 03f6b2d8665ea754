package org.defcore.cli.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLServerSocket;
import org.defcore.ServerCertificate;
import org.defcore.http.Relay;

/**
 * TLS before a port of the loopback address, with a certificate that only {@link #cacert} knows.
 */
final class TlsFront implements AutoCloseable {

  private final int behind;
  private final Path cacert;
  private final SSLServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  TlsFront(int behind) throws IOException, GeneralSecurityException {
    this.behind = behind;
    ServerCertificate certificate = ServerCertificate.of("local");
    this.cacert = certificate.pem();
    listening =
        (SSLServerSocket)
            certificate
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Relay.start(this::accept);
  }

  Path cacert() {
    return cacert;
  }

  String url(String path) {
    return "https://127.0.0.1:" + listening.getLocalPort() + path;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket front = listening.accept();
        Socket back = new Socket(InetAddress.getLoopbackAddress(), behind);
        open.add(front);
        open.add(back);
        Relay.between(front, back);
      } catch (IOException e) {
        // Closed, or a client that went away again: the next one may stay.
      }
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
