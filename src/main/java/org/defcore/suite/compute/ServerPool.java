package org.defcore.suite.compute;

import static org.defcore.kit.resource.ResourceKind.SERVER;
import static org.defcore.kit.resource.ResourceKind.SERVER_BATCH;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Wanted;
import org.defcore.client.compute.ComputeClient;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerAction;
import org.defcore.client.compute.ServerCreation;
import org.defcore.http.NoAnswer;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.FailureMemory;
import org.defcore.kit.FixtureFailed;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;
import org.defcore.kit.TestEnd;

/**
 * Lends servers that are running and at rest. Those that a test creates here for its own claim are
 * lent to others when it has passed, so that a full run boots few; more are booted only while fewer
 * than two are in circulation. A server that a failed test used is not lent again.
 */
final class ServerPool implements FailureMemory {

  private static final String TITLE = "a server to work on";

  private static final int LEAST = 2;

  /** The number of earlier tests that may each wait for their whole deadline without success. */
  private static final int QUEUE = 20;

  /** The servers of a run that tests change: made when needed, lent to one test at a time. */
  enum PooledServers implements SharedFixture<ServerPool> {
    SHARED;

    @Override
    public String title() {
      return TITLE;
    }

    @Override
    public ServerPool make(Cloud cloud, Cleanup cleanup, Poll poll) {
      return new ServerPool(cloud, cleanup, poll);
    }
  }

  /** The id of a server that was running once and cannot be read any more. */
  enum DeletedServer implements SharedFixture<String> {
    SHARED;

    @Override
    public String title() {
      return "a deleted server";
    }

    @Override
    public String make(Cloud cloud, Cleanup cleanup, Poll poll) {
      HeldServer server = HeldServer.spent(cloud, poll);
      server.deleteAndAwaitGone();
      return server.id();
    }
  }

  /** The actions on a server so far, the least first. */
  enum Wear {
    /** Nothing but its creation is in its action log. */
    NEW,
    /** It has the flavor that it was created with. */
    USED,
    RESIZED
  }

  /** The servers that a test can borrow, by their wear at most, and the wear that it adds. */
  enum Loan {
    ANY(Wear.RESIZED, Wear.USED),
    /** One in whose action log there is only its creation. */
    FRESH(Wear.NEW, Wear.USED),
    /** One of the flavor that was discovered; the test has to leave it that. */
    UNRESIZED(Wear.USED, Wear.USED),
    /** One of the flavor that was discovered, which the test leaves with another. */
    TO_RESIZE(Wear.USED, Wear.RESIZED);

    private final Wear most;
    private final Wear by;

    Loan(Wear most, Wear by) {
      this.most = most;
      this.by = by;
    }
  }

  private record Pooled(String id, Wear wear) {

    boolean isAtMost(Wear most) {
      return wear.compareTo(most) <= 0;
    }

    Pooled worn(Wear by) {
      return isAtMost(by) ? new Pooled(id, by) : this;
    }
  }

  private final Cloud cloud;
  private final Cleanup cleanup;
  private final Poll poll;
  private final List<Pooled> idle = new ArrayList<>();
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

  /** The pool of the run. */
  static ServerPool of(Cloud cloud) {
    return cloud.shared(PooledServers.SHARED);
  }

  /**
   * Makes a server that a test creates for its own claim. It stays until the run ends, and is lent
   * to others once the test has passed.
   *
   * @param caller the cloud as the test sees it
   */
  ServerCreation<ServerCreation.Created> create(Wanted server, Cloud caller, Cleanup test) {
    ServerCreation<ServerCreation.Created> creation =
        ServerRequests.create(server, caller, cleanup);
    lendAfter(test, creation.id());
    return creation;
  }

  /** Makes several servers at once that stay until the run ends. */
  void createBatch(Wanted batch, Cloud caller) {
    ComputeClient compute = caller.member().compute();
    String name = batch.name();
    cleanup.create(SERVER_BATCH, name, () -> compute.createServer(batch), it -> name);
  }

  /** Takes one of a batch as if it had been created by itself. */
  void adopt(String name, String id, Cleanup test) {
    cleanup.adopt(SERVER, name, id);
    lendAfter(test, id);
  }

  private void lendAfter(Cleanup test, String id) {
    joins();
    returnAfter(test, new Pooled(id, Wear.NEW));
  }

  /**
   * Lends a server until the test ends; gives its id.
   *
   * @throws FixtureFailed if none could be had
   */
  String borrow(Loan loan, Cleanup test) {
    Pooled server =
        loan == Loan.FRESH ? takeIdle(loan.most).orElseGet(this::bootMore) : take(loan.most);
    bringUp(server);
    returnAfter(test, server.worn(loan.by));
    return server.id();
  }

  /** Gives a server away for good: it is to be deleted. */
  String spend() {
    Pooled server = take(Wear.RESIZED);
    bringUp(server);
    leaves();
    return server.id();
  }

  /** As {@link #spend()}; its removal begins when the test ends. */
  String spend(Cleanup test) {
    String id = spend();
    test.afterwards(ending -> cleanup.discard(SERVER, id));
    return id;
  }

  private void returnAfter(Cleanup test, Pooled server) {
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

  private synchronized void giveBack(Pooled server) {
    idle.add(server);
  }

  private synchronized void joins() {
    circulating++;
  }

  /** One less to lend to everybody, so that another may be booted. */
  private synchronized void leaves() {
    circulating--;
  }

  private Pooled take(Wear most) {
    return poll.times(QUEUE)
        .last(TITLE, () -> takeIdle(most).or(this::bootIfFew), Optional::isPresent)
        .orElseThrow(
            () ->
                new FixtureFailed(TITLE, new IllegalStateException("none was given back in time")));
  }

  /** The most worn one that will do: the fresh ones are for those who need one. */
  private synchronized Optional<Pooled> takeIdle(Wear most) {
    Optional<Pooled> found =
        idle.stream().filter(it -> it.isAtMost(most)).max(Comparator.comparing(Pooled::wear));
    found.ifPresent(idle::remove);
    return found;
  }

  private Optional<Pooled> bootIfFew() {
    synchronized (this) {
      blockIfFailed();
      if (circulating >= LEAST) {
        return Optional.empty();
      }
      joins();
    }
    return Optional.of(boot());
  }

  private Pooled bootMore() {
    blockIfFailed();
    joins();
    return boot();
  }

  @Override
  public synchronized void forgetFailures() {
    failure = Optional.empty();
  }

  /** Fails if a server could not be booted before; there is no second attempt. */
  private synchronized void blockIfFailed() {
    failure.ifPresent(
        it -> {
          throw new FixtureFailed(TITLE, it);
        });
  }

  private Pooled boot() {
    Wanted server = ServerRequests.usual(cloud, cloud.uniqueName("server"));
    try {
      return new Pooled(ServerRequests.provide(server, cloud, cleanup).id(), Wear.NEW);
    } catch (RuntimeException | AssertionError e) {
      leaves();
      throw remembered(e);
    }
  }

  /** A new server that does not come up stands for all; a used one blocks its borrower alone. */
  private void bringUp(Pooled server) {
    try {
      bringUp(new HeldServer(server.id(), cloud, poll));
    } catch (AssertionError | NoAnswer e) {
      leaves();
      throw server.wear() == Wear.NEW ? remembered(e) : new FixtureFailed(TITLE, e);
    }
  }

  private static void bringUp(HeldServer held) {
    Server.State server = held.look();
    if (server.rests("SHUTOFF")) {
      held.act(ServerAction.START);
    }
    if (!server.rests("ACTIVE")) {
      held.awaitUp(held.poll().like(server.is("BUILD") ? "server booted" : "server ACTIVE"));
    }
  }

  private synchronized FixtureFailed remembered(Throwable cause) {
    if (FixtureFailed.mayPass(cause)) {
      return new FixtureFailed(TITLE, cause);
    }
    Throwable first = failure.orElse(cause);
    failure = Optional.of(first);
    return new FixtureFailed(TITLE, first);
  }
}
