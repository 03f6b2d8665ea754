package org.defcore.suite.compute;

import static org.defcore.kit.Role.MEMBER;
import static org.defcore.kit.resource.ResourceKind.SERVER;
import static org.defcore.kit.resource.ResourceKind.SERVER_BATCH;
import static org.defcore.suite.compute.Spare.Wear.FRESH;
import static org.defcore.suite.compute.Spare.Wear.RESIZED;
import static org.defcore.suite.compute.Spare.Wear.USED;

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

/**
 * Lends servers that are running and at rest. Those that a test creates here for its own claim are
 * lent to others when it has passed, so that a full run boots few; more are booted only while fewer
 * than two are in circulation. A server that a failed test used is not lent again.
 */
final class ServerPool {

  private static final int LEAST = 2;

  /** How many tests before one may wait in vain, each as long as a test may. */
  private static final int QUEUE = 20;

  private final Cloud cloud;
  private final Cleanup cleanup;
  private final Poll poll;
  private final List<Spare> idle = new ArrayList<>();
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
    lendAfter(test, new Spare(creation.id(), FRESH));
    return creation;
  }

  /** Runs a test's own creation of several servers that stay until the run ends. */
  void createBatch(String name, Supplier<ServerCreation> call) {
    cleanup.create(SERVER_BATCH, name, call, it -> name);
  }

  /** Takes one of a batch as if it had been created by itself. */
  void adopt(String name, String id, Cleanup test) {
    cleanup.adopt(SERVER, name, id);
    lendAfter(test, new Spare(id, FRESH));
  }

  private void lendAfter(Cleanup test, Spare spare) {
    joins();
    returnAfter(test, spare);
  }

  /**
   * Lends a server until the test ends.
   *
   * @throws FixtureFailed if none could be had
   */
  Spare borrow(Cleanup test) {
    return lent(take(RESIZED), USED, test);
  }

  /** As {@link #borrow}, one in whose action log there is only its creation. */
  Spare borrowFresh(Cleanup test) {
    return lent(takeIdle(FRESH).orElseGet(this::bootMore), USED, test);
  }

  /** As {@link #borrow}, one of the flavor that was discovered; the test has to leave it that. */
  Spare borrowUnresized(Cleanup test) {
    return lent(take(USED), USED, test);
  }

  /** As {@link #borrowUnresized}, but the test leaves it with another flavor. */
  Spare borrowToResize(Cleanup test) {
    return lent(take(USED), RESIZED, test);
  }

  /** Gives a server away for good: it is to be deleted. */
  Spare spend() {
    Spare spare = ready(take(RESIZED));
    leaves();
    return spare;
  }

  private Spare lent(Spare spare, Spare.Wear by, Cleanup test) {
    Spare ready = ready(spare);
    returnAfter(test, ready.worn(by));
    return ready;
  }

  private void returnAfter(Cleanup test, Spare spare) {
    test.afterwards(
        ending -> {
          if (ending == TestEnd.PASSED) {
            giveBack(spare);
          } else {
            // Broken or not, it would only take its place in the project's quota.
            cleanup.discard(SERVER, spare.id());
            leaves();
          }
        });
  }

  private synchronized void giveBack(Spare spare) {
    idle.add(spare);
  }

  private Spare bootMore() {
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

  private Spare take(Spare.Wear most) {
    Optional<Spare> taken =
        poll.times(QUEUE).last(SpareServers.TITLE, () -> takeOrBoot(most), Optional::isPresent);
    return taken.orElseThrow(
        () ->
            new FixtureFailed(
                SpareServers.TITLE, new IllegalStateException("none was given back in time")));
  }

  private Optional<Spare> takeOrBoot(Spare.Wear most) {
    Optional<Spare> found = takeIdle(most);
    if (found.isPresent()) {
      return found;
    }
    blockIfFailed();
    return mayBoot() ? Optional.of(boot()) : found;
  }

  /** What could not be booted once is not tried again. */
  private synchronized void blockIfFailed() {
    failure.ifPresent(
        it -> {
          throw new FixtureFailed(SpareServers.TITLE, it);
        });
  }

  /** The most worn one that will do: the fresh ones are for those who need one. */
  private synchronized Optional<Spare> takeIdle(Spare.Wear most) {
    Optional<Spare> found =
        idle.stream().filter(it -> it.isAtMost(most)).max(Comparator.comparing(Spare::wear));
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

  private Spare boot() {
    String name = cloud.uniqueName("server");
    ServerClient servers = servers();
    try {
      ServerCreation creation =
          cleanup.create(
              SERVER,
              name,
              () -> servers.createServer(ServerRequests.usual(cloud, name)),
              ServerCreation::id);
      return new Spare(creation.id(), FRESH);
    } catch (RuntimeException | AssertionError e) {
      leaves();
      throw remembered(e);
    }
  }

  /** A new server that does not come up stands for all; a used one blocks its borrower alone. */
  private Spare ready(Spare spare) {
    try {
      bringUp(spare.id());
      return spare;
    } catch (AssertionError | NoAnswer e) {
      leaves();
      throw spare.wear() == FRESH ? remembered(e) : new FixtureFailed(SpareServers.TITLE, e);
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
    return new FixtureFailed(SpareServers.TITLE, first);
  }

  private ServerClient servers() {
    return cloud.as(MEMBER).compute().servers();
  }
}
