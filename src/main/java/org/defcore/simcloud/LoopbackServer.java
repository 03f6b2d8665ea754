package org.defcore.simcloud;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty on the loopback address, bound before it serves, so that its port is known early. */
final class LoopbackServer implements AutoCloseable {

  private final Server server;
  private final ServerConnector connector;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Phaser answering = new Phaser(1);

  private LoopbackServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  static LoopbackServer bind(int port) throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(64, 4);
    threads.setName("simulated-cloud");
    threads.setDaemon(true);
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    // Services say what time it is by their own clock.
    http.setSendDateHeader(false);
    // Services answer odd paths in their own words, also encoded slashes.
    http.setUriCompliance(UriCompliance.UNSAFE);
    // Content types are kept as clients write them.
    http.setHeaderCacheCaseSensitive(true);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.open();
    server.addConnector(connector);
    server.setStopTimeout(0);
    return new LoopbackServer(server, connector);
  }

  int port() {
    return connector.getLocalPort();
  }

  /** Counted down when the server is closed: what waits has to end then. */
  CountDownLatch closed() {
    return closed;
  }

  void serve(Gateway gateway) throws IOException {
    server.setHandler(
        new Handler.Wrapper(gateway) {
          @Override
          public boolean handle(Request request, Response response, Callback callback)
              throws Exception {
            answering.register();
            try {
              return super.handle(request, response, callback);
            } finally {
              answering.arriveAndDeregister();
            }
          }
        });
    server.setErrorHandler(new PlainErrors());
    try {
      server.start();
    } catch (Exception e) {
      throw new IOException("the server cannot start: " + e.getMessage(), e);
    }
  }

  /** Jetty may never end if it is stopped in the middle of an answer. */
  private void awaitAnswers() {
    try {
      answering.awaitAdvanceInterruptibly(answering.arriveAndDeregister(), 5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      return; // An answer that does not end is not waited for.
    }
  }

  @Override
  public void close() {
    closed.countDown();
    connector.close();
    // A blocked write ends with its connection.
    connector.getConnectedEndPoints().forEach(EndPoint::close);
    awaitAnswers();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the simulated cloud cannot be stopped", e);
    }
  }
}
