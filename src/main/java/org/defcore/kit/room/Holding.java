package org.defcore.kit.room;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Volumes and snapshots in a quota.
 *
 * @param gigabytes GiB of both
 */
public record Holding(int volumes, int snapshots, int gigabytes) {

  public static final Holding NONE = new Holding(0, 0, 0);

  /** The most that a test or a fixture has, without the fixtures that it shares. */
  public static Holding of(AnnotatedElement holder) {
    return holds(holder)
        .map(
            it ->
                new Holding(
                    it.volumes(),
                    it.snapshots(),
                    it.volumes() + it.snapshots() + it.moreGigabytes()))
        .orElse(NONE);
  }

  /** The fixtures that it needs, and those that these need. */
  public static Stream<Class<?>> shared(AnnotatedElement holder) {
    return holds(holder).stream()
        .flatMap(it -> Stream.of(it.shared()))
        .flatMap(it -> Stream.concat(Stream.of(it), shared(it)));
  }

  private static Optional<Holds> holds(AnnotatedElement holder) {
    return Optional.ofNullable(holder.getAnnotation(Holds.class))
        .or(
            () ->
                holder instanceof Method test ? holds(test.getDeclaringClass()) : Optional.empty());
  }

  public Holding plus(Holding other) {
    return new Holding(
        volumes + other.volumes, snapshots + other.snapshots, gigabytes + other.gigabytes);
  }

  public Holding minus(Holding other) {
    return new Holding(
        volumes - other.volumes, snapshots - other.snapshots, gigabytes - other.gigabytes);
  }

  /** The larger number of each. */
  public Holding max(Holding other) {
    return new Holding(
        Math.max(volumes, other.volumes),
        Math.max(snapshots, other.snapshots),
        Math.max(gigabytes, other.gigabytes));
  }

  /** The smaller number of each. */
  public Holding min(Holding other) {
    return new Holding(
        Math.min(volumes, other.volumes),
        Math.min(snapshots, other.snapshots),
        Math.min(gigabytes, other.gigabytes));
  }

  public boolean fits(Holding room) {
    return min(room).equals(this);
  }
}
