package org.defcore.simcloud.volume;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.defcore.simcloud.pace.Pace;
import org.defcore.simcloud.pace.Stages;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Ids;

/**
 * All snapshots of volumes, and what is still to become of each. Safe for use by many threads; it
 * may call the store of volumes while it is locked, never the other way round.
 */
final class SnapshotStore {

  private static final int MOST_SNAPSHOTS = 10;
  private static final Set<String> DELETABLE = Set.of("available", "error");

  /** A wish for a snapshot. */
  record Wish(
      VolumeSpec.Texts texts, String volume, Map<String, String> metadata, Set<String> from) {

    /**
     * @param from the states that the volume may be in
     */
    Wish {
      metadata = Map.copyOf(metadata);
      from = Set.copyOf(from);
    }
  }

  private static final class Kept {

    private final Stages stages;
    private boolean stuck;
    private Snapshot snapshot;

    Kept(Snapshot snapshot, Stages stages) {
      this.snapshot = snapshot;
      this.stages = stages;
    }
  }

  private final Map<String, Kept> snapshots = new LinkedHashMap<>();
  private final VolumeStore volumes;
  private final Clock clock;
  private final Pace pace;

  SnapshotStore(VolumeStore volumes, Clock clock, Pace pace) {
    this.volumes = volumes;
    this.clock = clock;
    this.pace = pace;
  }

  /**
   * Adds a snapshot that is being created and passes through these states; without any it is never
   * done.
   *
   * @throws VolumeRefusal 404 for a volume that the project does not have, 400 for one whose state
   *     forbids it, 413 when it would be more than the project may have
   */
  synchronized Snapshot add(Caller owner, Wish wish, List<String> course) {
    if (all(owner.project()).size() >= MOST_SNAPSHOTS) {
      throw new VolumeRefusal(
          413,
          "SnapshotLimitExceeded: no more than %d snapshots are allowed."
              .formatted(MOST_SNAPSHOTS));
    }
    VolumeSpec of = volumes.hold(owner.project(), wish.volume(), wish.from()).spec();
    SnapshotSpec spec =
        new SnapshotSpec(
            wish.texts(), wish.volume(), of.size(), wish.metadata(), of.source().image());
    Snapshot snapshot = Snapshot.create(Ids.uuid(), owner, spec, clock.instant());
    Kept kept = new Kept(snapshot.toTheSecond(), new Stages(clock, pace));
    snapshots.put(snapshot.id(), kept);
    kept.stuck = course.isEmpty();
    course.forEach(it -> kept.stages.then(() -> move(kept, it)));
    return snapshot;
  }

  synchronized Optional<Snapshot> find(String project, String id) {
    settle();
    return Optional.ofNullable(snapshots.get(id))
        .map(it -> it.snapshot)
        .filter(it -> it.owner().project().equals(project));
  }

  /**
   * A snapshot of the project.
   *
   * @throws VolumeRefusal 404 if it does not have it
   */
  Snapshot require(String project, String id) {
    return find(project, id).orElseThrow(() -> unknown(id));
  }

  private static VolumeRefusal unknown(String id) {
    return new VolumeRefusal(404, "Snapshot " + id + " could not be found.");
  }

  /** Newest first. */
  synchronized List<Snapshot> all(String project) {
    settle();
    List<Snapshot> own = new ArrayList<>();
    for (Kept kept : snapshots.values()) {
      if (kept.snapshot.owner().project().equals(project)) {
        own.add(kept.snapshot);
      }
    }
    Collections.reverse(own);
    return own;
  }

  /**
   * Changes in one step what the owner decides.
   *
   * @throws VolumeRefusal 404 for a snapshot that the project does not have
   */
  synchronized Snapshot change(String project, String id, UnaryOperator<SnapshotSpec> change) {
    Kept kept = kept(project, id);
    kept.snapshot = kept.snapshot.as(change.apply(kept.snapshot.spec()), now());
    return kept.snapshot;
  }

  /**
   * Begins to delete a snapshot, one that is never done being created as well.
   *
   * @throws VolumeRefusal 404 for a snapshot that the project does not have, 400 for one whose
   *     state forbids it
   */
  synchronized void delete(String project, String id) {
    Kept kept = kept(project, id);
    if (!kept.stuck && !DELETABLE.contains(kept.snapshot.status())) {
      throw new VolumeRefusal(
          400, "Invalid snapshot: It has to be available or error, not " + kept.snapshot.status());
    }
    kept.stuck = false;
    move(kept, "deleting");
    kept.stages.then(() -> remove(kept.snapshot));
  }

  private void remove(Snapshot snapshot) {
    snapshots.remove(snapshot.id());
    volumes.release(snapshot.owner().project(), snapshot.spec().volume());
  }

  synchronized List<String> resources() {
    settle();
    return snapshots.values().stream().map(it -> it.snapshot.label()).sorted().toList();
  }

  /** Makes happen what is due. */
  synchronized void settle() {
    for (Kept kept : List.copyOf(snapshots.values())) {
      kept.stages.settle();
    }
  }

  private Kept kept(String project, String id) {
    return find(project, id).map(it -> snapshots.get(id)).orElseThrow(() -> unknown(id));
  }

  private void move(Kept kept, String status) {
    kept.snapshot = kept.snapshot.in(status, now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
