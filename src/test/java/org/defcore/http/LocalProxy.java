package org.defcore.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A proxy on this machine that leads to one server, whichever host is asked for. */
public final class LocalProxy implements AutoCloseable {

  private final ServerSocket listening;
  private final int behind;
  private final Function<String, String> refusal;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /**
   * @param server where all requests go, {@code http://127.0.0.1:1234}
   * @param refusal the proxy's own answer to the head of a request; empty to let it through
   */
  public LocalProxy(String server, Function<String, String> refusal) throws IOException {
    this.behind = URI.create(server).getPort();
    this.refusal = refusal;
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Relay.start(this::accept);
  }

  public String address() {
    return "127.0.0.1:" + listening.getLocalPort();
  }

  /** Heads of the requests that it was asked for. */
  public List<String> heads() {
    return heads;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket front = listening.accept();
        open.add(front);
        Relay.start(() -> serve(front));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket front) {
    try {
      String head = TlsServer.head(front.getInputStream());
      heads.add(head);
      String own = refusal.apply(head);
      if (!own.isEmpty()) {
        front.getOutputStream().write(own.getBytes(StandardCharsets.UTF_8));
        front.close();
        return;
      }
      Socket back = new Socket(InetAddress.getLoopbackAddress(), behind);
      open.add(back);
      if (head.startsWith("CONNECT ")) {
        front.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      } else {
        back.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      }
      Relay.between(front, back);
    } catch (IOException e) {
      // The client or the server hung up.
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
