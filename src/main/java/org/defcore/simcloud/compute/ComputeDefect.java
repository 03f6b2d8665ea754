package org.defcore.simcloud.compute;

import java.util.Map;
import java.util.Optional;
import org.defcore.simcloud.defect.Defect;
import org.defcore.simcloud.defect.SpecialDefect;
import org.defcore.simcloud.kind.Action;
import org.defcore.simcloud.kind.Failure;

/** Defects that only the compute service can show. */
public enum ComputeDefect implements SpecialDefect {
  NAME_ONCE("compute.servers.create.refuses-duplicate-name", "a name can be used once"),
  REBUILD_STAYS("compute.servers.rebuild.stays", "a rebuilt server never comes back"),
  REBUILD_HARMS(
      "compute.servers.rebuild.refuses-and-renames", "a refused rebuild changes the name"),
  REBUILD_ADDRESSES("compute.servers.rebuild.loses-addresses", "a rebuilt server has no addresses"),
  RESIZE_STAYS("compute.servers.resize.stays", "a resized server can never be verified"),
  RESIZE_HARMS("compute.servers.resize.refuses-and-stops", "a refused resize stops it"),
  RESIZE_AT_ONCE(
      "compute.servers.resize.needs-no-consent", "a resized server is never to be verified"),
  RESIZE_FAILS(
      "compute.servers.resize.fails",
      "a resize comes to nothing, as the action log says",
      Action.RESIZE,
      Failure.harmless("conductor_migrate_server")),
  RESIZE_FAILS_UNSAID(
      "compute.servers.resize.fails-unsaid",
      "a resize comes to nothing without a word",
      Action.RESIZE,
      Failure.unsaid()),
  SNAPSHOT_WIDE_NAME(
      "compute.servers.create-image.refuses-wide-name",
      "an image of a server may have a name in ASCII only"),
  SNAPSHOT_FAILS(
      "compute.servers.create-image.fails",
      "an image vanishes, as the action log says",
      Action.CREATE_IMAGE,
      Failure.harmless("compute_snapshot_instance")),
  SNAPSHOT_FAILS_UNSAID(
      "compute.servers.create-image.fails-unsaid",
      "an image vanishes without a word",
      Action.CREATE_IMAGE,
      Failure.unsaid()),
  ATTACHMENT_FAILS(
      "compute.volume-attachments.create.fails",
      "a volume is available again, as the action log says",
      Action.ATTACH_VOLUME,
      Failure.harmless("compute_attach_volume")),
  ATTACHMENT_FAILS_UNSAID(
      "compute.volume-attachments.create.fails-unsaid",
      "a volume is available again without a word",
      Action.ATTACH_VOLUME,
      Failure.unsaid());

  private final Defect defect;
  private final Map<Action, Failure> failures;

  ComputeDefect(String name, String description) {
    this.defect = new Defect(name, description);
    this.failures = Map.of();
  }

  ComputeDefect(String name, String description, Action action, Failure failure) {
    this.defect = new Defect(name, description);
    this.failures = Map.of(action, failure);
  }

  /** The failure of an action that is accepted. */
  Optional<Failure> failure(Action action) {
    return Optional.ofNullable(failures.get(action));
  }

  @Override
  public Defect defect() {
    return defect;
  }
}
