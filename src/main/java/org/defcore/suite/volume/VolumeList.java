package org.defcore.suite.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.suite.ListClaims.call;
import static org.defcore.suite.ResourceClaims.assertSame;
import static org.defcore.suite.volume.SourceVolume.SET;
import static org.defcore.suite.volume.SourceVolume.TYPE;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.defcore.client.Identified;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.volume.Volume;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;
import org.defcore.kit.room.Holds;
import org.defcore.suite.VolumeStates;

/**
 * The brief or the detailed list of volumes, and three volumes that are in it.
 *
 * @param form of a volume in the list
 */
record VolumeList<T extends Identified>(
    Resource<T> resource, Function<Volume, T> form, List<Volume> three) {

  /**
   * Available volumes, the last of another type than the others, so that each filter has something
   * to find and something to leave out; no test changes them.
   */
  @Holds(volumes = 2, shared = SourceVolume.class)
  enum Three implements SharedFixture<List<Volume>> {
    SHARED;

    @Override
    public String title() {
      return "three volumes";
    }

    @Override
    public List<Volume> make(Cloud cloud, Cleanup cleanup, Poll poll) {
      Volume first = cloud.shared(SourceVolume.SHARED);
      List<String> others =
          Stream.of(item(first, TYPE), "other")
              .map(it -> Map.of(SET, item(first, SET), TYPE, it))
              .map(it -> SourceVolume.begin(cloud, cleanup, it))
              .toList();
      VolumeStates states = VolumeStates.of(cloud, poll);
      return Stream.concat(
              Stream.of(first), others.stream().map(it -> states.await(it, "available")))
          .toList();
    }
  }

  static VolumeList<Volume.Brief> brief(Cloud cloud) {
    return of(cloud, cloud.member().volume().briefVolumes(), Volume::brief);
  }

  static VolumeList<Volume> detailed(Cloud cloud) {
    return of(cloud, cloud.member().volume().detailedVolumes(), it -> it);
  }

  private static <T extends Identified> VolumeList<T> of(
      Cloud cloud, Resource<T> list, Function<Volume, T> form) {
    return new VolumeList<>(list, form, cloud.shared(Three.SHARED));
  }

  Volume first() {
    return three.get(0);
  }

  /** The name of the first, which no other has. */
  Query name() {
    return Query.by("name", first().name().orElse("none"));
  }

  /** The metadata that the first has under that key, written as Python writes them. */
  Query metadata(String key) {
    return Query.by("metadata", "{'%s': '%s'}".formatted(key, item(first(), key)));
  }

  static String item(Volume volume, String key) {
    return volume.metadata().getOrDefault(key, "none");
  }

  /** Passes if the filter finds those with each of the values, and of the three no other. */
  void assertFilters(String filter, Function<Volume, String> field, String... values) {
    for (String value : values) {
      assertFinds(it -> field.apply(it).equals(value), Query.by(filter, value));
    }
  }

  /**
   * Passes if the list has those of the three that fit and no other of them, each as it is by
   * itself but for the time of its last change. In the detailed list, all others have to fit, too.
   */
  void assertFinds(Predicate<Volume> fits, Query... by) {
    List<T> found = resource.list(by);
    for (Volume volume : three) {
      String place = "volume %s in %s".formatted(volume.id(), call(resource, by));
      List<T> listed = found.stream().filter(it -> it.id().equals(volume.id())).toList();
      assertThat(listed).as(place).hasSize(fits.test(volume) ? 1 : 0);
      listed.forEach(it -> assertSame(place, form.apply(volume), it, "updated_at"));
    }
    assertThat(found.stream().filter(Volume.class::isInstance).map(Volume.class::cast))
        .as("volumes in %s", call(resource, by))
        .allMatch(fits, "volumes that were asked for");
  }
}
