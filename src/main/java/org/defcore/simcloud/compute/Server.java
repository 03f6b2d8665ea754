package org.defcore.simcloud.compute;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.defcore.simcloud.compute.flavor.Flavor;
import org.defcore.simcloud.guest.Guest;
import org.defcore.simcloud.kind.Failure;
import org.defcore.simcloud.kind.GuestUserland;
import org.defcore.simcloud.network.Port;
import org.defcore.simcloud.pace.Stages;
import org.defcore.simcloud.wire.Caller;

/**
 * A server, and the changes still to come of it. Not safe for use by many threads; the store locks.
 */
final class Server {

  /**
   * The facts of a server that never change.
   *
   * @param hostName what the guest is told when it first boots, as is the public key
   */
  record Origin(
      String id,
      Caller owner,
      Instant created,
      Optional<String> keyName,
      Optional<String> publicKey,
      Optional<String> description,
      String diskConfig,
      String hostName) {

    /** Makes the host name of a server's name, as the service does. */
    static String hostName(String name) {
      return name.toLowerCase(Locale.ROOT).replaceAll("[ _]", "-").replaceAll("[^a-z0-9.-]", "");
    }
  }

  /** A fault since some moment; the last one is kept, and told while the server is in error. */
  record Broken(Failure.Fault fault, Instant since) {}

  private final ActionLog log = new ActionLog();
  private final List<Port> ports = new ArrayList<>();
  private final Map<String, String> volumes = new TreeMap<>();
  private final Origin origin;
  private final Stages stages;
  private final Clock clock;
  private ServerSpec spec;
  private ServerState state = ServerState.building("scheduling");
  private Flavor formerFlavor;
  private Instant updated;
  private Optional<Instant> launched = Optional.empty();
  private Optional<Broken> broken = Optional.empty();
  private String hostName;
  private boolean locked;
  private boolean scheduled;

  Server(Origin origin, ServerSpec spec, Stages stages, Clock clock) {
    this.origin = origin;
    this.spec = spec;
    this.formerFlavor = spec.flavor();
    this.stages = stages;
    this.clock = clock;
    this.updated = origin.created();
    this.hostName = origin.hostName();
  }

  String id() {
    return origin.id();
  }

  Origin origin() {
    return origin;
  }

  ServerSpec spec() {
    return spec;
  }

  ServerState state() {
    return state;
  }

  /** The host name that the guest is told when it next asks. */
  String hostName() {
    return hostName;
  }

  Flavor formerFlavor() {
    return formerFlavor;
  }

  Instant updated() {
    return updated;
  }

  Optional<Instant> launched() {
    return launched;
  }

  boolean isLocked() {
    return locked;
  }

  /** Returns whether a host was found for it. */
  boolean isScheduled() {
    return scheduled;
  }

  boolean isDeleted() {
    return state.vm().equals("deleted");
  }

  ActionLog log() {
    return log;
  }

  Optional<Broken> broken() {
    return broken;
  }

  List<Port> ports() {
    return ports;
  }

  /** The devices of its volumes, by the ids of the volumes. */
  Map<String, String> volumes() {
    return volumes;
  }

  Guest guest(GuestUserland userland) {
    int processors = userland.processors(spec.flavor().vcpus());
    return new Guest(origin.hostName(), processors, origin.publicKey(), userland);
  }

  Stages stages() {
    return stages;
  }

  void change(ServerSpec other) {
    spec = other;
    updated = clock.instant();
  }

  void resize(Flavor flavor) {
    formerFlavor = spec.flavor();
    change(spec.sized(flavor));
  }

  void enter(ServerState other) {
    state = other;
    updated = clock.instant();
  }

  /** Enters a state as a machine that was started just now. */
  void launch(ServerState other) {
    enter(other);
    launched = Optional.of(clock.instant());
  }

  void schedule() {
    scheduled = true;
    enter(ServerState.building("networking"));
  }

  void lock(boolean on) {
    locked = on;
    updated = clock.instant();
  }

  void log(String action, String requestId) {
    log.done(action, requestId, clock.instant());
  }

  /** Notes an action that is accepted and will fail; as done if nothing will ever say so. */
  void begin(String action, String requestId, Failure failure) {
    failure
        .event()
        .ifPresentOrElse(
            it -> log.begin(action, requestId, it, clock.instant()), () -> log(action, requestId));
  }

  /** Notes that an action failed, unless it is noted as done. */
  void failed(String requestId) {
    log.failed(requestId, clock.instant());
  }

  /** Is as it was before, or in error with that fault. */
  void recover(Optional<Failure.Fault> fault) {
    fault.ifPresentOrElse(this::breakDown, () -> enter(state.during("")));
  }

  void breakDown(Failure.Fault fault) {
    broken = Optional.of(new Broken(fault.of(spec.name()), clock.instant()));
    enter(state.failed());
  }

  void rename(String host) {
    hostName = host;
    updated = clock.instant();
  }
}
