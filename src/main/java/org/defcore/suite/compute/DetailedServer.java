package org.defcore.suite.compute;

import static org.defcore.kit.resource.ResourceKind.KEY_PAIR;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Resource;
import org.defcore.client.Timestamp;
import org.defcore.client.Wanted;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerCreation;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;
import org.defcore.result.Fact;

/** A running server with all that can be asked for at its creation; no test changes it. */
enum DetailedServer implements SharedFixture<DetailedServer.Made> {
  SHARED;

  static final String ACCESS_V4 = "1.1.1.1";

  /** The same address as {@link #ACCESS_V6_ASKED}, in the one spelling of RFC 5952. */
  static final String ACCESS_V6 = "::babe:dc0c:1602";

  static final Map<String, String> METADATA = Map.of("hello", "world");

  private static final String ACCESS_V6_ASKED = "0000:0000:0000:0000:0000:babe:220.12.22.2";

  /**
   * The resources that were created.
   *
   * @param keyPair name of the key pair
   */
  record Made(String id, String name, String keyPair, ServerCreation<Server.State> creation) {}

  @Override
  public String title() {
    return "a server with a key pair, metadata and access addresses";
  }

  @Override
  public Made make(Cloud cloud, Cleanup cleanup, Poll poll) {
    Wanted keyPair = Wanted.named(cloud.uniqueName("keypair"));
    Resource<JsonNode> keyPairs = cloud.member().compute().keyPairs().as(JsonNode.class);
    cleanup.create(KEY_PAIR, keyPair.name(), () -> keyPairs.create(keyPair), it -> keyPair.name());
    Wanted asked =
        ServerRequests.usual(cloud, FilteredServers.name(cloud))
            .with("metadata", METADATA)
            .with("accessIPv4", ACCESS_V4)
            .with("accessIPv6", ACCESS_V6_ASKED)
            .with("OS-DCF:diskConfig", "AUTO")
            .with("adminPass", ServerRequests.password())
            .with("key_name", keyPair.name());
    ServerCreation<Server.State> creation = ServerRequests.provide(asked, cloud, cleanup);
    String id = creation.id();
    noteBoot(cloud, new HeldServer(id, cloud, poll).awaitUp(poll.like("server booted")));
    // As late as can be: a console has more to tell when its server has been up for a while.
    cleanup.afterwards(ending -> ConsoleLog.note(cloud, id));
    return new Made(id, asked.name(), keyPair.name(), creation);
  }

  /** By the cloud's own clock: a wait may begin late, and be shorter than the boot. */
  private static void noteBoot(Cloud cloud, Server.State server) {
    Optional<Timestamp> created = time(server.created());
    time(server.launched())
        .flatMap(end -> created.map(it -> Duration.between(it.instant(), end.instant())))
        .map(it -> it.toSeconds() + " s")
        .map(it -> new Fact("time.server.boot", it, "GET /servers/" + server.id()))
        .ifPresent(cloud::note);
  }

  private static Optional<Timestamp> time(Optional<JsonNode> told) {
    return told.map(JsonNode::asText).flatMap(Timestamp::find);
  }
}
