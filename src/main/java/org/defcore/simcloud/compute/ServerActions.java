package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.defcore.simcloud.kind.Action;
import org.defcore.simcloud.kind.Failure;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Actions on servers, a row each: when it may be taken, and what becomes of the server. */
record ServerActions(ServerStore servers) {

  static final Reply ACCEPTED = Reply.empty(202).with("Content-Type", "application/json");

  private static final String ACTION = "POST /v2.1/servers/{server}/action";

  /**
   * A request to act on a server.
   *
   * @param name of the action in the log, and for users
   * @param id under which the action is noted, and which its answer has
   */
  record Call(Incoming request, Server server, String name, String id) {

    /** Refuses what a lock, the state of the server, or another action is in the way of. */
    void require(Set<String> states) {
      server.requireUnlocked();
      server.requireIdle(name, states);
    }

    void enter(String task) {
      server.enter(server.state().during(task));
    }

    void later(Runnable change) {
      server.stages().then(change);
    }
  }

  /** An action that is accepted; with a failure it will not succeed. */
  record Begun(Reply answer, Optional<Failure> failure) {

    static Begun well(Reply answer) {
      return new Begun(answer, Optional.empty());
    }
  }

  /** The part of an action that is its own. */
  @FunctionalInterface
  interface Work {

    Begun begin(Call call) throws IOException;
  }

  List<Operation> operations() {
    Set<String> active = Set.of("active");
    Set<String> resized = Set.of("resized");
    Set<String> known = Set.of("active", "stopped", "paused", "suspended", "error");
    SnapshotAction snapshots = new SnapshotAction(servers);
    return List.of(
        row("os-stop", Set.of("active", "error"), to("powering-off", ServerState.STOPPED)),
        row("os-start", Set.of("stopped"), to("powering-on", ServerState.ACTIVE)),
        row("pause", active, to("pausing", ServerState.PAUSED, Action.PAUSE)),
        row("unpause", Set.of("paused"), to("unpausing", ServerState.ACTIVE, Action.PAUSE)),
        row("suspend", active, to("suspending", ServerState.SUSPENDED, Action.SUSPEND)),
        row("resume", Set.of("suspended"), to("resuming", ServerState.ACTIVE, Action.SUSPEND)),
        row("reboot", known, this::reboot),
        row("resize", Set.of("active", "stopped"), this::resize),
        row("confirmResize", resized, this::confirm),
        row("revertResize", resized, this::revert),
        row("rebuild", Set.of("active", "stopped", "error"), this::rebuild),
        row("createImage", snapshots::begin),
        row("lock", now(it -> it.lock(true))),
        row("unlock", now(it -> it.lock(false))));
  }

  private Operation row(String key, Set<String> states, Work work) {
    return row(
        key,
        call -> {
          call.require(states);
          return work.begin(call);
        });
  }

  private Operation row(String key, Work work) {
    String name = key.replace("os-", "");
    String word = name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    return Operation.keyed("compute.servers." + word, ACTION, key, it -> take(it, name, work));
  }

  /** Takes an action on the server that the path names, and notes it by this name. */
  Reply take(Incoming request, String name, Work work) throws IOException {
    Call call = new Call(request, servers.find(request), name, Ids.request());
    Begun begun = work.begin(call);
    call.server().log().note(name, call.id(), begun.failure());
    return begun.answer().with(ComputeService.REQUEST_ID, call.id());
  }

  private Work to(String task, ServerState end) {
    return call -> through(call, List.of(task), Optional.empty(), () -> call.server().enter(end));
  }

  private Work to(String task, ServerState end, Action action) {
    return call -> {
      Optional<Failure> failure = servers.failure(action);
      return through(call, List.of(task), failure, () -> call.server().enter(end));
    };
  }

  /** Enters the first task, then stage by stage the others and the end; a failure comes first. */
  private static Begun through(
      Call call, List<String> tasks, Optional<Failure> failure, Runnable end) {
    Server server = call.server();
    call.enter(tasks.get(0));
    if (failure.isPresent()) {
      call.later(
          () -> {
            server.log().failed(call.id());
            server.recover(failure.get().fault());
          });
      return new Begun(ACCEPTED, failure);
    }
    tasks.stream().skip(1).forEach(task -> call.later(() -> call.enter(task)));
    call.later(end);
    return Begun.well(ACCEPTED);
  }

  private Begun reboot(Call call) throws IOException {
    boolean hard = call.request().sent("reboot").path("type").asText().equalsIgnoreCase("HARD");
    if (!hard) {
      call.server().requireState("reboot", Set.of("active"));
    }
    return to(hard ? "rebooting_hard" : "rebooting", ServerState.ACTIVE).begin(call);
  }

  private static Work now(Consumer<Server> change) {
    return call -> {
      change.accept(call.server());
      return Begun.well(ACCEPTED);
    };
  }

  private Begun resize(Call call) throws IOException {
    Server server = call.server();
    Flavor from = server.flavor();
    String id = call.request().sent("resize").path("flavorRef").asText();
    Flavor to = servers.flavors().named(id);
    if (to.equals(from)) {
      throw ComputeFaults.bad("When resizing, instances must change flavor!");
    }
    Optional<Failure> failure =
        servers
            .failure(Action.RESIZE)
            .or(() -> servers.failure(Action.SHRINK).filter(it -> to.disk() < from.disk()));
    ServerState end = new ServerState("resized", "", server.state().power());
    List<String> tasks = List.of("resize_prep", "resize_migrating", "resize_migrated");
    return through(call, tasks, failure, () -> become(server, to, end));
  }

  private static void become(Server server, Flavor flavor, ServerState state) {
    server.resize(flavor);
    server.launch(state);
  }

  private Begun confirm(Call call) {
    call.later(() -> call.server().enter(settled(call.server())));
    return Begun.well(ACCEPTED.withStatus(204));
  }

  private Begun revert(Call call) {
    Server server = call.server();
    return through(
        call,
        List.of("resize_reverting"),
        Optional.empty(),
        () -> become(server, server.formerFlavor(), settled(server)));
  }

  /** The state of a server that was resized once its owner has decided. */
  static ServerState settled(Server server) {
    boolean off = server.state().power() == ServerState.STOPPED.power();
    return off ? ServerState.STOPPED : ServerState.ACTIVE;
  }

  private Begun rebuild(Call call) throws IOException {
    Server server = call.server();
    JsonNode asked = call.request().sent("rebuild");
    if (servers.image(asked.path("imageRef").asText(), server.owner()).isEmpty()) {
      throw ComputeFaults.bad("Cannot find image for rebuild");
    }
    boolean off = server.state().vm().equals("stopped");
    ServerState end = off ? ServerState.STOPPED : ServerState.ACTIVE;
    server.change(new BootVolumes(servers).rebuilding(server, asked));
    List<String> tasks = List.of("rebuilding", "rebuild_spawning");
    through(call, tasks, Optional.empty(), () -> server.launch(end));
    ObjectNode body = ServerView.changed(call.request(), server);
    return Begun.well(ServerView.promised(call.request(), asked, body));
  }
}
