package org.defcore.hostile;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.defcore.hostile.Behaviour.Met;
import org.defcore.http.HttpTransport;
import org.defcore.http.NoAnswer;
import org.defcore.http.RawServer;
import org.defcore.http.RawServer.Talk;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.TransportSettings;
import org.defcore.http.UnexpectedAnswer;
import org.defcore.http.har.Har;
import org.defcore.http.message.Recording;
import org.defcore.http.proxy.ProxyRules;
import org.defcore.http.redact.Secrets;
import org.defcore.http.tls.TlsSettings;

/**
 * Calls for JSON, as tests of the suite make them, to a server that answers what it likes.
 *
 * @param together number of calls at a time
 */
record WireCall(TransportSettings settings, String scheme, int together) {

  /** The token of the caller, which the server knows. */
  static final String TOKEN = "gAAAAAtokenThatTheCloudKnows7f41c";

  /** Waits as long as runs do. */
  static WireCall patient() {
    return new WireCall(TransportSettings.defaults(), "http", 1);
  }

  /** Waits hardly at all: for answers that do not come. */
  static WireCall hasty() {
    TransportSettings settings =
        new TransportSettings(
            Duration.ofMillis(300),
            Duration.ofMillis(400),
            Duration.ofMillis(900),
            TransportSettings.defaults().bodyLimit(),
            TlsSettings.USUAL,
            ProxyRules.NONE);
    return new WireCall(settings, "http", 1);
  }

  WireCall overTls() {
    return new WireCall(settings, "https", together);
  }

  WireCall times(int number) {
    return new WireCall(settings, scheme, number);
  }

  Met to(Talk talk) throws IOException {
    try (RawServer server = RawServer.talking(talk);
        HttpTransport transport = transport()) {
      List<CompletableFuture<Met>> calls =
          IntStream.range(0, together)
              .mapToObj(it -> CompletableFuture.supplyAsync(() -> call(transport, server)))
              .toList();
      return calls.stream().map(CompletableFuture::join).reduce(WireCall::last).orElseThrow();
    }
  }

  /** Calls a second time, on the same connection if the server keeps it. */
  Met twiceTo(Talk talk) throws IOException {
    try (RawServer server = RawServer.talking(talk);
        HttpTransport transport = transport()) {
      return last(call(transport, server), call(transport, server));
    }
  }

  private HttpTransport transport() {
    Secrets secrets = new Secrets();
    secrets.add(TOKEN);
    return new HttpTransport(settings, secrets);
  }

  private static Met last(Met one, Met other) {
    return Met.of(other.outcome(), other.reason(), one.told() + other.told());
  }

  private Met call(HttpTransport transport, RawServer server) {
    URI uri = URI.create(server.uri("/v2").toString().replaceFirst("^http", scheme));
    Recording recording = new Recording();
    String outcome = "read";
    String reason = "";
    try {
      String body =
          new ServiceEndpoint(transport, recording, uri, () -> TOKEN)
              .get("/x")
              .expect(200)
              .json()
              .toString();
      reason = body.substring(0, Math.min(body.length(), 60));
    } catch (UnexpectedAnswer e) {
      outcome = "failed";
      reason = e.getMessage();
    } catch (NoAnswer e) {
      outcome = "error";
      reason = e.getMessage() + " " + e.getCause();
    }
    String evidence = new String(Har.bytes(recording.exchanges()), StandardCharsets.UTF_8);
    String told = outcome.equals("read") ? "" : reason;
    return Met.of(outcome, reason, evidence + told);
  }
}
