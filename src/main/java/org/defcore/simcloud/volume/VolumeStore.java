package org.defcore.simcloud.volume;

import static org.defcore.simcloud.volume.VolumeFaults.refuseIf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Times;

/**
 * All volumes and their snapshots. Safe for use by many threads. A volume or snapshot that the
 * project does not have is refused with 404, and work that its state forbids with 400.
 */
public final class VolumeStore {

  private static final String AVAILABLE = "available";
  private static final String IN_USE = "in-use";
  private static final String ATTACHMENT =
      """
      {"id": %s, "attachment_id": %s, "volume_id": %1$s, "server_id": %s, "host_name": null,
       "device": %s, "attached_at": %s}
      """;

  private final Object lock = new Object();
  private final Shelf<ObjectNode> volumes;
  private final Shelf<ObjectNode> snapshots;
  private final VolumeQuotas quotas;
  private final Timing timing;

  /**
   * @param most volumes and snapshots that a project may have of each
   */
  public VolumeStore(Timing timing, int most) {
    this.timing = timing;
    this.volumes = shelf("Volume ");
    this.snapshots = shelf("Snapshot ");
    this.quotas = new VolumeQuotas(volumes, snapshots, most);
  }

  Shelf<ObjectNode> shelf(String kind) {
    return Shelf.ofDocuments(
        lock, timing, id -> VolumeFaults.of("missing", kind + id), it -> false);
  }

  Timing timing() {
    return timing;
  }

  VolumeQuotas quotas() {
    return quotas;
  }

  Shelf<ObjectNode> volumes() {
    return volumes;
  }

  Shelf<ObjectNode> snapshots() {
    return snapshots;
  }

  /** Reserves an available volume for a server; it is in use some stages later. */
  public void attach(String project, String id, Attachment attachment) {
    reserve(project, id, attachment, it -> in(tied(it, attachment), IN_USE));
  }

  /**
   * Reserves an available volume for a server that will not get it; it is available again some
   * stages later.
   */
  public void failToAttach(String project, String id, Attachment attachment) {
    reserve(project, id, attachment, this::released);
  }

  private void reserve(
      String project, String id, Attachment attachment, UnaryOperator<ObjectNode> later) {
    synchronized (lock) {
      begin(project, id, Work.ATTACH);
      volumes.change(id, it -> tied(it, attachment));
      volumes.later(id, later);
    }
  }

  private ObjectNode tied(ObjectNode volume, Attachment tie) {
    String now = Times.micros(timing.second());
    String id = VolumeForms.id(volume);
    volume
        .putArray("attachments")
        .add(Json.form(ATTACHMENT, id, tie.id(), tie.serverId(), tie.device(), now));
    return volume;
  }

  private ObjectNode released(ObjectNode volume) {
    volume.putArray("attachments");
    return in(volume, AVAILABLE);
  }

  /**
   * Begins to undo an attachment; the volume is available some stages later. One that the server
   * does not use is refused with 404.
   */
  public void detach(String project, String id, String server) {
    synchronized (lock) {
      refuseIf(!isTied(volumes.require(project, id), server), "detached", id, server);
      begin(project, id, Work.DETACH);
      volumes.later(id, this::released);
    }
  }

  /** Adds a volume that a server boots from; it goes with the server. */
  public String boot(Caller owner, ObjectNode attributes, Attachment attachment) {
    synchronized (lock) {
      String id = VolumeForms.id(add(owner, attributes, List.of()));
      volumes.change(id, it -> in(tied(it, attachment), IN_USE));
      return id;
    }
  }

  /** The image that a volume is made of; empty if none. */
  public String imageOf(String id) {
    return volumes.everyone(it -> VolumeForms.id(it).equals(id)).stream()
        .map(it -> it.path(VolumeForms.IMAGE).path("image_id").asText(""))
        .findFirst()
        .orElse("");
  }

  /** Makes a snapshot of a volume in use. */
  public String snapshot(Caller owner, String volume, String name) {
    ObjectNode attributes = Json.object().put("volume_id", volume).put("name", name);
    return VolumeForms.id(addSnapshot(owner, attributes, Work.FORCED_COPY));
  }

  /** Ends a volume that a server booted from; with a snapshot it stays. */
  public void end(String project, String id) {
    synchronized (lock) {
      volumes.change(id, this::released);
      delete(volumes, project, id);
    }
  }

  /** Returns whether there is an attachment: from when it is asked for until it is undone. */
  public boolean isAttached(String id, String server) {
    return !volumes.everyone(it -> VolumeForms.id(it).equals(id) && isTied(it, server)).isEmpty();
  }

  private static boolean isTied(ObjectNode volume, String server) {
    return volume.path("attachments").path(0).path("server_id").asText().equals(server);
  }

  /**
   * Adds a volume that is being created and passes through these states; without any it is never
   * done.
   *
   * @throws Refusal 413 when it would be more than the project may have
   */
  ObjectNode add(Caller owner, ObjectNode attributes, List<String> course) {
    synchronized (lock) {
      quotas.requireRoom(owner.project(), volumes, attributes.path("size").asInt());
      Instant now = timing.clock().instant();
      ObjectNode volume = VolumeForms.volume(owner, now, attributes);
      String id = keep(volumes, owner, volume, now);
      for (String state : course) {
        volumes.later(id, it -> in(it, state));
      }
      return volume;
    }
  }

  // Only the answer to the creation knows the moment better than to the second.
  private static String keep(Shelf<ObjectNode> shelf, Caller owner, ObjectNode made, Instant now) {
    String id = VolumeForms.id(made);
    String second = Times.micros(now.truncatedTo(ChronoUnit.SECONDS));
    shelf.add(id, owner.project(), made.deepCopy().put("created_at", second));
    return id;
  }

  /**
   * Adds a snapshot, which is available some stages later and keeps its volume from being deleted.
   *
   * @throws Refusal 413 when it would be more than the project may have
   */
  ObjectNode addSnapshot(Caller owner, ObjectNode attributes, Work copying) {
    synchronized (lock) {
      String project = owner.project();
      ObjectNode of = require(project, attributes.path("volume_id").asText(), copying);
      quotas.requireRoom(project, snapshots, of.path("size").asInt());
      attributes.set("size", of.path("size"));
      attributes.set(VolumeForms.IMAGE, of.path(VolumeForms.IMAGE));
      Instant now = timing.clock().instant();
      ObjectNode snapshot = VolumeForms.snapshot(owner, now, attributes);
      String id = keep(snapshots, owner, snapshot, now);
      snapshots.later(id, it -> in(it, AVAILABLE));
      return snapshot;
    }
  }

  /** Begins to enlarge a volume; it is available again and larger some stages later. */
  void extend(String project, String id, int size) {
    synchronized (lock) {
      int more = size - require(project, id, Work.EXTEND).path("size").asInt();
      refuseIf(more <= 0, "larger");
      quotas.requireGigabytes(project, more);
      begin(project, id, Work.EXTEND);
      volumes.later(id, it -> in(it, AVAILABLE).put("size", size));
    }
  }

  /** Says how to find out whether a volume has been read: it is free again then. */
  void uploading(String id, BooleanSupplier done) {
    volumes.later(id, done, it -> in(it, it.path("attachments").isEmpty() ? AVAILABLE : IN_USE));
  }

  /** Changes in one step what the owner of the volume, or of the snapshot, decides. */
  ObjectNode change(Shelf<ObjectNode> shelf, Incoming request, UnaryOperator<ObjectNode> how) {
    String id = request.part(shelf == volumes ? "volume" : "snapshot");
    shelf.require(request.caller().project(), id);
    return shelf.change(id, it -> touched(how.apply(it)));
  }

  /**
   * Begins to delete a volume without snapshots, or a snapshot. What is never done being created
   * may go as well, or nobody could clean up after that defect.
   */
  void delete(Shelf<ObjectNode> shelf, String project, String id) {
    synchronized (lock) {
      ObjectNode resource = shelf.require(project, id);
      if (!VolumeForms.status(resource).equals("creating") || !shelf.isAtRest(id)) {
        Work.DELETE.require(resource);
      }
      List<ObjectNode> copies = snapshots.everyone(it -> it.path("volume_id").asText().equals(id));
      refuseIf(!copies.isEmpty(), "snapshots", id);
      shelf.change(id, it -> in(it, Work.DELETE.through()));
      shelf.removeLater(id);
    }
  }

  /** Begins work on a volume, and returns it as it was before. */
  ObjectNode begin(String project, String id, Work work) {
    synchronized (lock) {
      ObjectNode before = require(project, id, work);
      volumes.change(id, it -> in(it, work.through()));
      return before;
    }
  }

  private ObjectNode require(String project, String id, Work work) {
    ObjectNode volume = volumes.require(project, id);
    work.require(volume);
    return volume;
  }

  private ObjectNode in(ObjectNode resource, String status) {
    return touched(resource).put("status", status);
  }

  private ObjectNode touched(ObjectNode resource) {
    return resource.put("updated_at", Times.micros(timing.second()));
  }
}
