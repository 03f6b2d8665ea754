package org.defcore.simcloud.volume;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.defcore.simcloud.wire.Caller;

/** A volume at one moment of its life; every change gives another record. */
record Volume(
    String id,
    Caller owner,
    VolumeSpec spec,
    String status,
    List<Attached> attachments,
    Instant createdAt,
    Instant updatedAt) {

  /** An attachment, and when it was made. */
  record Attached(Attachment attachment, Instant since) {}

  Volume {
    attachments = List.copyOf(attachments);
  }

  static Volume create(String id, Caller owner, VolumeSpec spec, Instant now) {
    return new Volume(id, owner, spec, "creating", List.of(), now, now);
  }

  Volume toTheSecond() {
    Instant second = createdAt.truncatedTo(ChronoUnit.SECONDS);
    return new Volume(id, owner, spec, status, attachments, second, second);
  }

  Volume in(String next, Instant now) {
    return new Volume(id, owner, spec, next, attachments, createdAt, now);
  }

  Volume as(VolumeSpec other, Instant now) {
    return new Volume(id, owner, other, status, attachments, createdAt, now);
  }

  Volume tied(Attachment attachment, Instant now) {
    List<Attached> one = List.of(new Attached(attachment, now));
    return new Volume(id, owner, spec, status, one, createdAt, now);
  }

  Volume untied(Instant now) {
    return new Volume(id, owner, spec, status, List.of(), createdAt, now);
  }

  boolean isTiedTo(String serverId) {
    return attachments.stream().anyMatch(it -> it.attachment().serverId().equals(serverId));
  }

  /** The name; empty if it has none. */
  String name() {
    return spec.texts().name().asText("");
  }

  String label() {
    return "volume " + id + " " + name();
  }
}
