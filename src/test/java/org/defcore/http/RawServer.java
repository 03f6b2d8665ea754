package org.defcore.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that says exactly what a test wants, right or wrong. */
public final class RawServer implements AutoCloseable {

  /** The conversation on one connection. */
  public interface Talk {
    void with(Connection connection) throws IOException;
  }

  private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");

  private final ServerSocket listening;
  private final Talk talk;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();

  private RawServer(ServerSocket listening, Talk talk) {
    this.listening = listening;
    this.talk = talk;
    Thread thread = new Thread(this::accept, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  public static RawServer talking(Talk talk) throws IOException {
    return new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), talk);
  }

  /** Answers every request on every connection until the client hangs up. */
  public static RawServer answering(Function<String, String> answer) throws IOException {
    return talking(
        connection -> {
          String request = connection.request();
          while (!request.isEmpty()) {
            connection.send(answer.apply(request));
            request = connection.request();
          }
        });
  }

  public static String ok(String type, String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(type, body.getBytes(StandardCharsets.UTF_8).length, body);
  }

  public static String status(int status, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head + (status == 204 ? "" : "Content-Length: 0\r\n") + "\r\n";
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort() + path);
  }

  /** Heads and bodies as they came in. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  public int connections() {
    return connections.get();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        open.add(socket);
        connections.incrementAndGet();
        Thread thread = new Thread(() -> serve(socket), "raw-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      talk.with(new Connection(socket));
    } catch (IOException e) {
      // The client hung up, as several tests make it do.
      open.remove(socket);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** One connection of a client. */
  public final class Connection {

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Connection(Socket socket) throws IOException {
      this.socket = socket;
      in = new BufferedInputStream(socket.getInputStream());
      out = socket.getOutputStream();
    }

    /** The next request, empty when the client hung up. */
    public String request() throws IOException {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      String text = "";
      while (!text.endsWith("\r\n\r\n")) {
        int octet = in.read();
        if (octet < 0) {
          return "";
        }
        head.write(octet);
        text = head.toString(StandardCharsets.ISO_8859_1);
      }
      Matcher length = LENGTH.matcher(text);
      String body =
          length.find()
              ? new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8)
              : "";
      requests.add(text + body);
      return text + body;
    }

    public void send(String answer) throws IOException {
      send(answer.getBytes(StandardCharsets.UTF_8));
    }

    public void send(byte[] answer) throws IOException {
      out.write(answer);
      out.flush();
    }

    /** Breaks the connection off, what was sent included. */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Waits until the client hangs up. */
    public void hold() throws IOException {
      while (in.read() >= 0) {
        // What it still says does not matter.
      }
    }
  }
}
