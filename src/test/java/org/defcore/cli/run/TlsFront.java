package org.defcore.cli.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLServerSocket;
import org.defcore.ServerCertificate;

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
    start(this::accept);
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
        start(() -> pump(front, back));
        start(() -> pump(back, front));
      } catch (IOException e) {
        // Closed, or a client that went away again: the next one may stay.
      }
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      byte[] buffer = new byte[8192];
      InputStream in = from.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        to.getOutputStream().write(buffer, 0, read);
        to.getOutputStream().flush();
      }
    } catch (IOException e) {
      // One side hung up, or did not trust the certificate; the other one is closed now, too.
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "tls-front");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
