package org.defcore.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * A server on this machine that answers 200 to whom it lets in, and remembers what it was asked.
 */
public final class TlsServer implements AutoCloseable {

  private static final byte[] ANSWER =
      RawServer.status(200, "Connection: close").getBytes(StandardCharsets.US_ASCII);

  private final SSLServerSocket listening;
  private final List<String> heads = new CopyOnWriteArrayList<>();

  public TlsServer(SSLContext context) throws IOException {
    this(context, false);
  }

  /** The socket's rule comes before the first accept, which copies it when it begins to wait. */
  private TlsServer(SSLContext context, boolean asking) throws IOException {
    listening =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    listening.setNeedClientAuth(asking);
    Thread thread = new Thread(this::accept, "tls-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Lets in only clients with a certificate that it trusts. */
  public static TlsServer askingForCertificates(SSLContext context) throws IOException {
    return new TlsServer(context, true);
  }

  public String url() {
    return "https://127.0.0.1:" + listening.getLocalPort();
  }

  /** Heads of the requests that it answered. */
  public List<String> heads() {
    return heads;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try (Socket socket = listening.accept()) {
        heads.add(head(socket.getInputStream()));
        socket.getOutputStream().write(ANSWER);
      } catch (IOException e) {
        // Closed, or a client that was refused or went away: the next one may be another.
      }
    }
  }

  /** The head of a request, octet by octet, so that nothing behind it is read. */
  static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      int octet = in.read();
      if (octet < 0) {
        throw new IOException("the client hung up");
      }
      head.write(octet);
    }
    return head.toString(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
