package org.defcore.runner;

import java.util.Map;
import java.util.Optional;
import org.defcore.kit.room.Holding;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;
import org.defcore.runner.Preconditions.Judged;
import org.defcore.runner.Preconditions.Standing;

/** The room in the project's quota of block storage, as far as the cloud tells it. */
record VolumeQuota(Map<String, Fact> facts) {

  private static final int UNLIMITED = Integer.MAX_VALUE;

  /**
   * Says whether there is room.
   *
   * @param need resource and amount: {@code volumes 3}
   */
  Judged judge(String need) {
    String[] parts = need.split(" ", 2);
    String what = parts[0];
    int left = left(what);
    Optional<Fact> quota = fact(FactNames.volumeQuota(what));
    String value =
        quota
            .map(
                it -> left == UNLIMITED ? "unlimited" : "%d of %s left".formatted(left, it.value()))
            .orElse("");
    String source = quota.map(Fact::source).orElse("");
    if (Integer.parseInt(parts[1]) <= left) {
      Standing standing = quota.isPresent() ? Standing.MET : Standing.UNKNOWN;
      return new Judged(standing, value, source, "");
    }
    String reason = "needs %s %s at a time, and the quota has %s".formatted(parts[1], what, value);
    return new Judged(Standing.MISSING, value, source, reason);
  }

  /** Volumes, snapshots and GiB that the project may still have. */
  Holding left() {
    return new Holding(left("volumes"), left("snapshots"), left("gigabytes"));
  }

  private int left(String what) {
    int quota = number(FactNames.volumeQuota(what), -1);
    int used = number(FactNames.volumeQuota(what) + FactNames.USED, 0);
    return quota < 0 ? UNLIMITED : Math.max(0, quota - used);
  }

  /** The part of it that each server takes to boot. */
  Holding bootVolume() {
    return facts.containsKey(FactNames.BOOT_VOLUME)
        ? new Holding(1, 0, number(FactNames.BOOT_VOLUME, 1))
        : Holding.NONE;
  }

  private int number(String name, int otherwise) {
    return fact(name)
        .map(Fact::value)
        .filter(it -> it.matches("\\d{1,9}"))
        .map(Integer::valueOf)
        .orElse(otherwise);
  }

  private Optional<Fact> fact(String name) {
    return Optional.ofNullable(facts.get(name));
  }
}
