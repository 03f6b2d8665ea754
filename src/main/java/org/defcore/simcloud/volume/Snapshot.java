package org.defcore.simcloud.volume;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.defcore.simcloud.wire.Caller;

/** A snapshot of a volume at one moment of its life; every change gives another record. */
record Snapshot(
    String id,
    Caller owner,
    SnapshotSpec spec,
    String status,
    Instant createdAt,
    Instant updatedAt) {

  static Snapshot create(String id, Caller owner, SnapshotSpec spec, Instant now) {
    return new Snapshot(id, owner, spec, "creating", now, now);
  }

  Snapshot toTheSecond() {
    Instant second = createdAt.truncatedTo(ChronoUnit.SECONDS);
    return new Snapshot(id, owner, spec, status, second, second);
  }

  Snapshot in(String next, Instant now) {
    return new Snapshot(id, owner, spec, next, createdAt, now);
  }

  Snapshot as(SnapshotSpec other, Instant now) {
    return new Snapshot(id, owner, other, status, createdAt, now);
  }

  /** The name; empty if it has none. */
  String name() {
    return spec.texts().name().asText("");
  }

  String label() {
    return "snapshot " + id + " " + name();
  }
}
