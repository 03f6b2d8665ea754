package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.defcore.client.Timestamp;
import org.defcore.client.compute.InstanceAction;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerAction;
import org.defcore.client.compute.ServerAddress;
import org.defcore.client.compute.ServerClient;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.result.Fact;
import org.defcore.suite.compute.ServerPool.Loan;

/**
 * A server in the hands of a test: the calls on it, its log, and waits until it has come to rest,
 * where ERROR ends the wait.
 */
record HeldServer(String id, Cloud cloud, Poll poll) {

  /**
   * Reads after which a server that is still shown as DELETED counts as gone. Nova shows it so for
   * a moment before it answers 404, and refuses calls otherwise meanwhile.
   */
  private static final int READS_OF_DELETED = 10;

  /** All that a server keeps while something else about it is changed, or a change is refused. */
  record Traits(
      String id,
      String name,
      Optional<String> image,
      String flavor,
      Timestamp created,
      Map<String, String> metadata,
      Map<String, List<ServerAddress>> addresses) {

    Traits {
      // In an order that is the same in every report.
      metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
      addresses = Collections.unmodifiableMap(new TreeMap<>(addresses));
    }

    static Traits of(Server server) {
      return new Traits(
          server.id(),
          server.name(),
          server.core().imageId(),
          server.core().flavor().id(),
          server.core().created(),
          server.core().metadata(),
          server.addresses());
    }

    /** The same server under another name, from another image. */
    Traits rebuilt(String otherName, Optional<String> otherImage) {
      return new Traits(id, otherName, otherImage, flavor, created, metadata, addresses);
    }

    /** The same server of another flavor. */
    Traits resized(String otherFlavor) {
      return new Traits(id, name, image, otherFlavor, created, metadata, addresses);
    }
  }

  /** One that the test may change as it likes. */
  static HeldServer lent(Cloud cloud, Cleanup cleanup, Poll poll) {
    return lent(Loan.ANY, cloud, cleanup, poll);
  }

  static HeldServer lent(Loan loan, Cloud cloud, Cleanup cleanup, Poll poll) {
    return new HeldServer(ServerPool.of(cloud).borrow(loan, cleanup), cloud, poll);
  }

  /** One that is to be deleted. */
  static HeldServer spent(Cloud cloud, Poll poll) {
    return new HeldServer(ServerPool.of(cloud).spend(), cloud, poll);
  }

  ServerClient calls() {
    return cloud.member().compute().server(id);
  }

  Server get() {
    return cloud.member().compute().servers().get(id);
  }

  void act(ServerAction action) {
    calls().act(action);
  }

  /** Stops it while it runs, and starts it again. */
  void stopAndStart() {
    act(ServerAction.STOP);
    await("SHUTOFF");
    act(ServerAction.START);
    await("ACTIVE");
  }

  void deleteAndAwaitGone() {
    cloud.member().compute().servers().delete(id);
    AtomicInteger reads = new AtomicInteger();
    poll.like("server gone")
        .untilGone(
            "server " + id,
            this::get,
            it ->
                switch (it.status()) {
                  case "SOFT_DELETED" -> true;
                  case "DELETED" -> reads.incrementAndGet() >= READS_OF_DELETED;
                  default -> false;
                })
        .ifPresent(
            it ->
                cloud.note(
                    new Fact("compute.deleted-server.status", it.status(), "GET /servers/{id}")));
  }

  /** The entry of its log for that request. */
  InstanceAction logged(String request) {
    return calls().actions().as(InstanceAction.Detailed.class).get(request).entry();
  }

  /** Returns whether its log says of that request that it failed. */
  boolean logsFailure(String request) {
    return logged(request).message().isPresent();
  }

  Traits traits() {
    return Traits.of(get());
  }

  /** Waits until it runs, and passes if it is as expected then. */
  void assertRunsAs(Traits expected) {
    assertThat(Traits.of(await("ACTIVE"))).as("GET /servers/%s", id).isEqualTo(expected);
  }

  Server await(String status) {
    return await(status, poll.like("server " + status), HeldServer::isBroken);
  }

  /** Waits until a new server runs. */
  Server awaitBoot() {
    return await("ACTIVE", poll.like("server booted"), HeldServer::isBroken);
  }

  /** As {@link #awaitBoot}, of one asked for a while ago: there may be nothing left to wait for. */
  void awaitBegunBoot() {
    await("ACTIVE", poll, HeldServer::isBroken);
  }

  /**
   * Waits until a server that is being resized waits for consent. It is busy when the resize has
   * been answered, so one that is at rest as before was given up, or asks for no consent.
   */
  void awaitResized() {
    String status = "VERIFY_RESIZE";
    await(status, poll.like("server " + status), it -> isBroken(it) || it.rests("ACTIVE"));
  }

  private Server await(String status, Poll like, Predicate<Server> broken) {
    return like.until(
        "GET /servers/%s to show %s and no task".formatted(id, status),
        this::get,
        it -> it.rests(status),
        broken);
  }

  private static boolean isBroken(Server server) {
    return server.status().equals("ERROR");
  }
}
