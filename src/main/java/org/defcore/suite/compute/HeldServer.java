package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.suite.ResourceClaims.assertSame;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.defcore.client.Wanted;
import org.defcore.client.compute.InstanceAction;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerAction;
import org.defcore.client.compute.ServerClient;
import org.defcore.client.compute.ServerCore;
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

  /** As {@link #spent(Cloud, Poll)}; its deletion begins when the test ends, if not before. */
  static HeldServer spent(Cloud cloud, Cleanup cleanup, Poll poll) {
    return new HeldServer(ServerPool.of(cloud).spend(cleanup), cloud, poll);
  }

  ServerClient calls() {
    return cloud.member().compute().server(id);
  }

  Server get() {
    return cloud.member().compute().servers().get(id);
  }

  /** No more than its state, for others: nothing else that is wrong is to stand in their way. */
  Server.State look() {
    return cloud.member().compute().serverStates().get(id);
  }

  void act(ServerAction action) {
    calls().act(action);
  }

  /** Passes if its log has the action by that request, where users may read it. */
  void assertLogged(ServerAction action, Optional<String> request) {
    assertThat(request.flatMap(calls()::loggedAction).orElse(action.name()))
        .as("action in GET /servers/%s/os-instance-actions", id)
        .isEqualTo(action.name());
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
            this::look,
            it ->
                switch (it.status().orElse("none")) {
                  case "SOFT_DELETED" -> true;
                  case "DELETED" -> reads.incrementAndGet() >= READS_OF_DELETED;
                  default -> false;
                })
        .ifPresent(
            it ->
                cloud.note(
                    new Fact(
                        "compute.deleted-server.status",
                        it.status().orElse("none"),
                        "GET /servers/{id}")));
  }

  /** Deletes it, at once where deletion is deferred, and waits until it is gone. */
  void deleteForGood() {
    deleteAndAwaitGone();
    Optional<Server.State> kept = cloud.member().compute().serverStates().find(id);
    if (kept.filter(it -> it.is("SOFT_DELETED")).isPresent()) {
      act(ServerAction.FORCE_DELETE);
      poll.like("server gone").untilGone("server " + id, this::look);
    }
  }

  /** The entry of its log for that request. */
  InstanceAction logged(String request) {
    return calls().actions().as(InstanceAction.Detailed.class).get(request).entry();
  }

  /** Returns whether its log says of that request that it failed. */
  boolean logsFailure(String request) {
    return logged(request).message().isPresent();
  }

  /** All that it keeps while something else about it is changed, or a change is refused. */
  Wanted traits() {
    return traits(get());
  }

  private static Wanted traits(Server server) {
    return traits(server.core()).with("addresses", server.addresses());
  }

  private static Wanted traits(ServerCore server) {
    return Wanted.named(server.name())
        .with("id", server.id())
        .with("image", server.imageId())
        .with("flavor", server.flavor().id())
        .with("created", server.created())
        .with("metadata", server.metadata());
  }

  /** Passes if the answer to an action has it as expected, whatever its addresses. */
  void assertAnswered(Wanted expected, ServerCore answer) {
    assertSame("POST /servers/" + id + "/action", expected, traits(answer), "addresses");
  }

  /** Waits until it runs, and passes if it is as expected then. */
  void assertRunsAs(Wanted expected) {
    assertSame("GET /servers/" + id, expected, traits(await("ACTIVE")));
  }

  Server await(String status) {
    return await(status, poll.like("server " + status), HeldServer::isBroken);
  }

  /** Waits until a new server runs. */
  Server awaitBoot() {
    return await("ACTIVE", poll.like("server booted"), HeldServer::isBroken);
  }

  /**
   * Waits until a server that is being resized waits for consent. It is busy when the resize has
   * been answered, so one that is at rest as before was given up, or asks for no consent.
   */
  void awaitResized() {
    String status = "VERIFY_RESIZE";
    await(status, poll.like("server " + status), it -> isBroken(it) || it.rests("ACTIVE"));
  }

  /**
   * Waits until it runs, and looks at no more than its state.
   *
   * @param like knows how long that takes, unless it was asked for a while ago
   */
  Server.State awaitUp(Poll like) {
    return like.until(rest("ACTIVE"), this::look, it -> it.rests("ACTIVE"), it -> it.is("ERROR"));
  }

  private String rest(String status) {
    return "GET /servers/%s to show %s and no task".formatted(id, status);
  }

  private Server await(String status, Poll like, Predicate<Server> broken) {
    return like.until(rest(status), this::get, it -> it.rests(status), broken);
  }

  private static boolean isBroken(Server server) {
    return server.status().equals("ERROR");
  }
}
