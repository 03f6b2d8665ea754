package org.defcore.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * TLS before a port of the loopback address, with a certificate that only {@link #cacert} knows.
 */
final class TlsFront implements AutoCloseable {

  private static final String PASSWORD = "changeit";

  private final int behind;
  private final Path cacert;
  private final SSLServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  TlsFront(Path dir, int behind) throws IOException, GeneralSecurityException {
    this.behind = behind;
    this.cacert = dir.resolve("authority.pem");
    Path store = dir.resolve("front.p12");
    keytool(store, "-genkeypair", "-alias", "front", "-keyalg", "EC", "-dname", "CN=front");
    keytool(store, "-exportcert", "-alias", "front", "-rfc", "-file", cacert.toString());
    listening =
        (SSLServerSocket)
            context(store)
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

  private static void keytool(Path store, String... arguments) throws IOException {
    ProcessBuilder tool =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    tool.command().addAll(List.of(arguments));
    if (arguments[0].equals("-genkeypair")) {
      tool.command().addAll(List.of("-ext", "san=ip:127.0.0.1"));
    }
    tool.command().addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    Process process = tool.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
    assertThat(process.onExit().join().exitValue()).as(output).isZero();
  }

  private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
