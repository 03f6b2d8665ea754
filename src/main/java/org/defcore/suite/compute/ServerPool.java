package org.defcore.suite.compute;

import static org.defcore.kit.ResourceKind.SERVER;
import static org.defcore.kit.ResourceKind.SERVER_BATCH;
import static org.defcore.kit.Role.MEMBER;
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
import org.defcore.kit.Ending;
import org.defcore.kit.FixtureFailed;
import org.defcore.kit.Poll;

/**
 * Lends servers that are running and at rest. A test that creates servers for its own claim offers
 * them here when it is done with them, so that a full run boots few; more are booted only while
 * fewer than two are in circulation. A server that a failed test used is not lent again.
 */
final class ServerPool {

  private static final int LEAST = 2;

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

  /** Runs a test's own creation of a server that stays until the run ends. */
  ServerCreation create(String name, Supplier<ServerCreation> call) {
    return cleanup.create(SERVER, name, call, ServerCreation::id);
  }

  /** Runs a test's own creation of several servers that stay until the run ends. */
  void createBatch(String name, Supplier<ServerCreation> call) {
    cleanup.create(SERVER_BATCH, name, call, it -> name);
  }

  /** Takes one of a batch into the ledger by its own id. */
  void adopt(String name, String id) {
    cleanup.adopt(SERVER, name, id);
  }

  /** Takes a server that was created here; it need not be running yet. */
  void offer(String id) {
    joins();
    giveBack(new Spare(id, FRESH));
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
    Spare spare = takeIdle(FRESH).orElseGet(this::bootMore);
    return lent(spare, USED, test);
  }

  /** As {@link #borrow}, one of the flavor that was discovered; the test is to change that. */
  Spare borrowToResize(Cleanup test) {
    return lent(take(USED), RESIZED, test);
  }

  /** Gives a server away for good: it is to be deleted. */
  Spare spend() {
    Spare spare = ready(take(RESIZED));
    leaves(spare);
    return spare;
  }

  private Spare lent(Spare spare, Spare.Wear by, Cleanup test) {
    Spare ready = ready(spare);
    if (by == RESIZED) {
      leaves(ready);
    }
    test.afterwards(
        ending -> {
          if (ending == Ending.PASSED) {
            giveBack(ready.worn(by));
          } else if (by != RESIZED) {
            leaves(ready);
          }
        });
    return ready;
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

  /** One less to lend to everybody, so that another may be booted; one resized left before. */
  private synchronized void leaves(Spare spare) {
    if (spare.wear() != RESIZED) {
      circulating--;
    }
  }

  private synchronized void neverJoined() {
    circulating--;
  }

  private Spare take(Spare.Wear most) {
    Optional<Spare> taken =
        poll.last(SpareServers.TITLE, () -> takeOrBoot(most), Optional::isPresent);
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

  /** What could not be booted once is not tried again. */
  private synchronized void blockIfFailed() {
    failure.ifPresent(
        it -> {
          throw new FixtureFailed(SpareServers.TITLE, it);
        });
  }

  private Spare boot() {
    String name = cloud.uniqueName("server");
    try {
      return new Spare(
          create(name, () -> servers().createServer(ServerRequests.usual(cloud, name))).id(),
          FRESH);
    } catch (RuntimeException | AssertionError e) {
      neverJoined();
      throw remembered(e);
    }
  }

  private Spare ready(Spare spare) {
    try {
      Server server = servers().getServer(spare.id());
      if (server.rests("SHUTOFF")) {
        servers().startServer(spare.id());
      }
      if (!server.rests("ACTIVE")) {
        new ServerStates(servers(), poll).await(spare.id(), "ACTIVE");
      }
      return spare;
    } catch (AssertionError | NoAnswer e) {
      leaves(spare);
      throw spare.wear() == FRESH ? remembered(e) : new FixtureFailed(SpareServers.TITLE, e);
    }
  }

  private synchronized FixtureFailed remembered(Throwable cause) {
    Throwable first = failure.orElse(cause);
    failure = Optional.of(first);
    return new FixtureFailed(SpareServers.TITLE, first);
  }

  private ServerClient servers() {
    return cloud.as(MEMBER).servers();
  }
}
