package org.defcore.kit.resource;

import java.util.List;
import java.util.Map;
import org.openstack4j.model.storage.block.VolumeSnapshot;

/** Snapshots of volumes; a volume cannot go before its own have. */
record VolumeSnapshotDisposal(CleanupAccess reach) implements Disposal {

  @Override
  public List<String> named(String name) {
    return reach
        .<List<? extends VolumeSnapshot>>cloud(
            os -> os.blockStorage().snapshots().list(Map.of("name", name)))
        .stream()
        .filter(it -> name.equals(it.getName()))
        .map(VolumeSnapshot::getId)
        .distinct()
        .toList();
  }

  @Override
  public int status(String id) {
    return reach.read("volume", "/snapshots/" + id).status();
  }

  @Override
  public int delete(String id) {
    return reach.cloud(os -> os.blockStorage().snapshots().delete(id)).getCode();
  }

  /** 400 is what a snapshot answers that is being made or used. */
  @Override
  public boolean mayPass(int status) {
    return status == 400 || status == 409;
  }
}
