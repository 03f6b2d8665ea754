package org.defcore.suite.compute;

import static org.defcore.kit.Role.MEMBER;
import static org.defcore.kit.resource.ResourceKind.SERVER;
import static org.defcore.kit.resource.ResourceKind.SERVER_BATCH;
import static org.defcore.suite.compute.PooledServer.Wear.FRESH;
import static org.defcore.suite.compute.PooledServer.Wear.RESIZED;
import static org.defcore.suite.compute.PooledServer.Wear.USED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerClient;
import org.defcore.client.compute.ServerCreation;
import org.defcore.http.NoAnswer;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.FixtureFailed;
import org.defcore.kit.Poll;
import org.defcore.kit.TestEnd;
import org.defcore.suite.compute.PooledServer.Wear;

/**
 * Lends servers that are running and at rest. Those that a test creates here for its own claim are
 * lent to others when it has passed, so that a full run boots few; more are booted only while fewer
 * than two are in circulation. A server that a failed test used is not lent again.
 */
final class ServerPool {

  static final String TITLE = "a server to work on";

  private static final int LEAST = 2;

  /** The number of earlier tests that may each wait for their whole deadline without success. */
  private static final int QUEUE = 20;

  private final Cloud cloud;
  private final Cleanup cleanup;
  private final Poll poll;
  private final List<PooledServer> idle = new ArrayList<>();
  private int circulating;
  private Optional<Throwable> failure = Optional.empty();

  /**
   * @param cleanup runs when the run ends
   */
  ServerPool(Cloud cloud, Cleanup cleanup, Poll poll) {
    this.cloud = cloud;
    this.cleanup = cleanup;
    this.poll = poll;
  }

  /**
   * Runs a test's own creation of a server. It stays until the run ends, and is lent to others once
   * the test has passed.
   */
  ServerCreation create(String name, Supplier<ServerCreation> call, Cleanup test) {
    ServerCreation creation = cleanup.create(SERVER, name, call, ServerCreation::id);
    lendAfter(test, new PooledServer(creation.id(), FRESH));
    return creation;
  }

  /** Runs a test's own creation of several servers that stay until the run ends. */
  void createBatch(String name, Supplier<ServerCreation> call) {
    cleanup.create(SERVER_BATCH, name, call, it -> name);
  }

  /** Takes one of a batch as if it had been created by itself. */
  void adopt(String name, String id, Cleanup test) {
    cleanup.adopt(SERVER, name, id);
    lendAfter(test, new PooledServer(id, FRESH));
  }

  private void lendAfter(Cleanup test, PooledServer server) {
    joins();
    returnAfter(test, server);
  }

  /**
   * Lends a server until the test ends.
   *
   * @throws FixtureFailed if none could be had
   */
  PooledServer borrow(Cleanup test) {
    return lent(take(RESIZED), USED, test);
  }

  /** As {@link #borrow}, one in whose action log there is only its creation. */
  PooledServer borrowFresh(Cleanup test) {
    return lent(takeIdle(FRESH).orElseGet(this::bootMore), USED, test);
  }

  /** As {@link #borrow}, one of the flavor that was discovered; the test has to leave it that. */
  PooledServer borrowUnresized(Cleanup test) {
    return lent(take(USED), USED, test);
  }

  /** As {@link #borrowUnresized}, but the test leaves it with another flavor. */
  PooledServer borrowToResize(Cleanup test) {
    return lent(take(USED), RESIZED, test);
  }

  /** Gives a server away for good: it is to be deleted. */
  PooledServer spend() {
    PooledServer server = ready(take(RESIZED));
    leaves();
    return server;
  }

  private PooledServer lent(PooledServer server, Wear by, Cleanup test) {
    PooledServer ready = ready(server);
    returnAfter(test, ready.worn(by));
    return ready;
  }

  private void returnAfter(Cleanup test, PooledServer server) {
    test.afterwards(
        ending -> {
          if (ending == TestEnd.PASSED) {
            giveBack(server);
          } else {
            // Broken or not, it would only take its place in the project's quota.
            cleanup.discard(SERVER, server.id());
            leaves();
          }
        });
  }

  private synchronized void giveBack(PooledServer server) {
    idle.add(server);
  }

  private PooledServer bootMore() {
    blockIfFailed();
    joins();
    return boot();
  }

  private synchronized void joins() {
    circulating++;
  }

  /** One less to lend to everybody, so that another may be booted. */
  private synchronized void leaves() {
    circulating--;
  }

  private PooledServer take(Wear most) {
    Optional<PooledServer> taken =
        poll.times(QUEUE).last(TITLE, () -> takeOrBoot(most), Optional::isPresent);
    return taken.orElseThrow(
        () -> new FixtureFailed(TITLE, new IllegalStateException("none was given back in time")));
  }

  private Optional<PooledServer> takeOrBoot(Wear most) {
    Optional<PooledServer> found = takeIdle(most);
    if (found.isPresent()) {
      return found;
    }
    blockIfFailed();
    return mayBoot() ? Optional.of(boot()) : found;
  }

  /** Fails if a server could not be booted before; there is no second attempt. */
  private synchronized void blockIfFailed() {
    failure.ifPresent(
        it -> {
          throw new FixtureFailed(TITLE, it);
        });
  }

  /** The most worn one that will do: the fresh ones are for those who need one. */
  private synchronized Optional<PooledServer> takeIdle(Wear most) {
    Optional<PooledServer> found =
        idle.stream().filter(it -> it.isAtMost(most)).max(Comparator.comparing(PooledServer::wear));
    found.ifPresent(idle::remove);
    return found;
  }

  private synchronized boolean mayBoot() {
    if (circulating >= LEAST) {
      return false;
    }
    circulating++;
    return true;
  }

  private PooledServer boot() {
    String name = cloud.uniqueName("server");
    ServerClient servers = servers();
    try {
      ServerCreation creation =
          cleanup.create(
              SERVER,
              name,
              () -> servers.createServer(ServerRequests.usual(cloud, name)),
              ServerCreation::id);
      return new PooledServer(creation.id(), FRESH);
    } catch (RuntimeException | AssertionError e) {
      leaves();
      throw remembered(e);
    }
  }

  /** A new server that does not come up stands for all; a used one blocks its borrower alone. */
  private PooledServer ready(PooledServer server) {
    try {
      bringUp(server.id());
      return server;
    } catch (AssertionError | NoAnswer e) {
      leaves();
      throw server.wear() == FRESH ? remembered(e) : new FixtureFailed(TITLE, e);
    }
  }

  private void bringUp(String id) {
    Server server = servers().getServer(id);
    ServerStates states = new ServerStates(servers(), poll);
    if (server.status().equals("BUILD")) {
      states.awaitBoot(id);
    } else if (server.rests("SHUTOFF")) {
      servers().startServer(id);
      states.await(id, "ACTIVE");
    } else if (!server.rests("ACTIVE")) {
      states.await(id, "ACTIVE");
    }
  }

  private synchronized FixtureFailed remembered(Throwable cause) {
    Throwable first = failure.orElse(cause);
    failure = Optional.of(first);
    return new FixtureFailed(TITLE, first);
  }

  private ServerClient servers() {
    return cloud.as(MEMBER).compute().servers();
  }
}
