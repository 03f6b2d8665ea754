package org.defcore.client;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.defcore.http.HttpTransport;
import org.defcore.http.LocalServer;
import org.defcore.http.LocalServer.Asked;
import org.defcore.http.LocalServer.Reply;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.TransportSettings;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;

/**
 * A service that gives one answer to everything and remembers what it was asked. Servers are used
 * again: to start one is far more work than a call.
 */
public final class CannedService implements AutoCloseable {

  private static final Queue<CannedService> FREE = new ConcurrentLinkedQueue<>();

  private final AtomicReference<Reply> canned = new AtomicReference<>();
  private final LocalServer server = new LocalServer(ignored -> canned.get());
  private final HttpTransport transport =
      new HttpTransport(TransportSettings.defaults(), new Secrets());

  private CannedService() {}

  public static CannedService answering(int status, String body, Map<String, String> headers) {
    // On a kept connection this server waits 40 ms for an acknowledgement.
    Reply reply = new Reply(status, headers, body).with("Connection", "close");
    CannedService service = Optional.ofNullable(FREE.poll()).orElseGet(CannedService::new);
    service.canned.set(body.isEmpty() ? reply : reply.with("Content-Type", "application/json"));
    return service;
  }

  /** The service at a path, for a user with the token {@code token-of-the-user}. */
  public ServiceEndpoint endpoint(String path) {
    return endpoint(path, new Recording());
  }

  /** The same, recorded there. */
  ServiceEndpoint endpoint(String path, Recording recording) {
    URI base = URI.create(server.url() + path);
    return new ServiceEndpoint(transport, recording, base, () -> "token-of-the-user");
  }

  /** The only request there was. */
  public Asked onlyRequest() {
    List<Asked> asked = server.asked();
    if (asked.size() != 1) {
      throw new AssertionError("expected one request but found " + asked.size());
    }
    return asked.get(0);
  }

  @Override
  public void close() {
    server.asked().clear();
    FREE.add(this);
  }
}
