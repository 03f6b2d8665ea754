package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.defcore.simcloud.guest.Guest;
import org.defcore.simcloud.kind.Failure;
import org.defcore.simcloud.kind.GuestUserland;
import org.defcore.simcloud.network.Port;
import org.defcore.simcloud.pace.Stages;
import org.defcore.simcloud.wire.Address;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Times;

/**
 * A server: what is told of it, what it is made of, and the changes still to come of it. Not safe
 * for use by many threads; the store locks.
 */
final class Server {

  /** The facts that a server begins with; what the guest is told of them, it keeps. */
  record Origin(Flavor flavor, String hostName, Optional<String> publicKey) {}

  static final String HOST_NAME = "OS-EXT-SRV-ATTR:hostname";

  private static final int MOST_METADATA = 128;
  // By the names that they are sent by, and those that they are told by.
  private static final Map<String, String> CHOSEN =
      Map.of(
          "name", "name",
          "description", "description",
          "imageRef", "image",
          "metadata", "metadata",
          "tags", "tags",
          "accessIPv4", "accessIPv4",
          "accessIPv6", "accessIPv6",
          "OS-DCF:diskConfig", "OS-DCF:diskConfig",
          "key_name", "key_name",
          "hostname", HOST_NAME);

  private final ActionLog log;
  private final List<Port> ports = new ArrayList<>();
  private final Map<String, String> volumes = new TreeMap<>();
  private final Origin origin;
  private final ObjectNode document;
  private final Stages stages;
  private final Clock clock;
  private ServerState state = ServerState.building("scheduling");
  private Flavor flavor;
  private Flavor formerFlavor;
  private Instant updated;

  /**
   * @param document the fields that are told of it and that nothing else decides
   */
  Server(Origin origin, ObjectNode document, Stages stages, Clock clock) {
    this.log = new ActionLog(clock);
    this.origin = origin;
    this.document = document;
    this.flavor = origin.flavor();
    this.formerFlavor = origin.flavor();
    this.stages = stages;
    this.clock = clock;
    this.updated = clock.instant();
  }

  String id() {
    return text("id");
  }

  String name() {
    return text("name");
  }

  /** A field that is told of it. */
  String text(String field) {
    return document.path(field).asText();
  }

  ObjectNode document() {
    return document.deepCopy();
  }

  Caller owner() {
    return new Caller(text("user_id"), Optional.of(text("tenant_id")));
  }

  ServerState state() {
    return state;
  }

  Flavor flavor() {
    return flavor;
  }

  Flavor formerFlavor() {
    return formerFlavor;
  }

  Instant updated() {
    return updated;
  }

  /** Returns whether a host was found for it. */
  boolean isScheduled() {
    return !text("hostId").isEmpty();
  }

  boolean exists() {
    return !state.vm().equals("deleted");
  }

  ActionLog log() {
    return log;
  }

  List<Port> ports() {
    return ports;
  }

  /** The devices of its volumes, by the ids of the volumes. */
  Map<String, String> volumes() {
    return volumes;
  }

  Guest guest(GuestUserland userland) {
    int processors = userland.processors(flavor.vcpus());
    return new Guest(origin.hostName(), processors, origin.publicKey(), userland);
  }

  Stages stages() {
    return stages;
  }

  /** Refuses an action while the server is locked. */
  void requireUnlocked() {
    if (document.path("locked").asBoolean()) {
      throw ComputeFaults.conflict("Instance " + id() + " is locked");
    }
  }

  /** Refuses an action beside another one, and in other states. */
  void requireIdle(String action, Set<String> states) {
    requireState(action, states);
    if (!state.task().isEmpty()) {
      throw hindered(action, "task_state " + state.task());
    }
  }

  void requireState(String action, Set<String> states) {
    if (!states.contains(state.vm())) {
      throw hindered(action, "vm_state " + state.vm());
    }
  }

  private Refusal hindered(String action, String state) {
    return ComputeFaults.conflict(
        "Cannot '%s' instance %s while it is in %s".formatted(action, id(), state));
  }

  /** Takes over what its owner chose, by a document that keeps its schema. */
  void change(JsonNode asked) {
    if (asked.path("metadata").size() > MOST_METADATA) {
      throw ComputeFaults.refusal(403, "Maximum number of metadata items exceeds " + MOST_METADATA);
    }
    CHOSEN.forEach(
        (sent, told) -> {
          if (asked.has(sent)) {
            document.set(told, asked.path(sent).deepCopy());
          }
        });
    if (asked.has("accessIPv6")) {
      document.put("accessIPv6", Address.of(asked.path("accessIPv6").asText()).toString());
    }
    updated = clock.instant();
  }

  void resize(Flavor other) {
    formerFlavor = flavor;
    flavor = other;
    updated = clock.instant();
  }

  void enter(ServerState other) {
    state = other;
    updated = clock.instant();
  }

  /** Enters a state as a machine that was started just now. */
  void launch(ServerState other) {
    enter(other);
    document.put("OS-SRV-USG:launched_at", ServerView.moment(updated));
  }

  /** Is told of with these security groups. */
  void group(List<ObjectNode> groups) {
    document.set(
        "security_groups", Json.array(groups.stream().map(it -> it.retain("name")).toList()));
  }

  void schedule() {
    document.put("hostId", ServerView.hostId(this)).put("OS-EXT-AZ:availability_zone", "nova");
    enter(ServerState.building("networking"));
  }

  void lock(boolean on) {
    document.put("locked", on);
    updated = clock.instant();
  }

  /** Is gone for good, and told of in lists of what has changed. */
  void end() {
    enter(new ServerState("deleted", "", 0));
    document.remove("security_groups");
    document.putObject("metadata");
    document.put("OS-SRV-USG:terminated_at", ServerView.moment(updated));
  }

  /** Is as it was before, or in error with that fault. */
  void recover(Optional<Failure.Fault> fault) {
    fault.ifPresentOrElse(this::breakDown, () -> enter(state.during("")));
  }

  void breakDown(Failure.Fault fault) {
    enter(state.failed());
    document.set(
        "fault",
        Json.object()
            .put("code", fault.code())
            .put("created", Times.seconds(updated))
            .put("message", fault.of(name()).message()));
  }
}
