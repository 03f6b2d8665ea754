package org.defcore.clouds.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.defcore.http.HttpTransport;
import org.defcore.http.LocalServer;
import org.defcore.http.LocalServer.Reply;
import org.defcore.http.NoAnswer;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.TransportSettings;
import org.defcore.http.UnexpectedAnswer;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;

/** Lists with links to further pages. */
public final class FuzzedPages {

  private static final AtomicReference<String> BODY = new AtomicReference<>("{}");
  private static final LocalServer SERVER =
      new LocalServer(
          it -> Reply.json(200, it.uri().getQuery() == null ? BODY.get() : "{\"things\": []}"));
  private static final HttpTransport TRANSPORT =
      new HttpTransport(TransportSettings.defaults(), new Secrets());

  private FuzzedPages() {}

  /** Reads a list whose first page that is. */
  public static void read(byte[] input) {
    BODY.set(new String(input, StandardCharsets.UTF_8));
    ServiceEndpoint endpoint =
        new ServiceEndpoint(TRANSPORT, new Recording(), URI.create(SERVER.url()), () -> "none");
    try {
      PagedList list = new PagedList(endpoint, "/things", "things");
      list.records();
      list.checkWhole();
    } catch (UnexpectedAnswer | NoAnswer e) {
      assertThat(e.getMessage()).startsWith("GET /things: expected ");
    }
  }
}
