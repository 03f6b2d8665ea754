package org.defcore.runner;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.discovery.Wishes;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;
import org.defcore.http.message.Recording;
import org.defcore.kit.GuestAccess;

/**
 * The tests of a run, its cloud and its options.
 *
 * @param second the second project's user
 * @param disposable the user whose password tests may change
 * @param guests absent if nobody can log in to them
 * @param wishes what the tests are to use, instead of what discovery takes
 * @param extras how the tests take attributes that the API does not have
 */
public record RunOrder(
    Requirements requirements,
    CloudConfig cloud,
    Optional<CloudConfig> second,
    Optional<CloudConfig> disposable,
    Pace pace,
    Optional<GuestAccess> guests,
    Wishes wishes,
    Recording.Extras extras) {

  /**
   * The tests of a run.
   *
   * @param named the guideline as the user named it: an id or a file
   * @param platform the guideline of the platform, if its tests may be selected, too
   */
  public record Requirements(
      String named,
      Guideline guideline,
      Target target,
      Selection selection,
      Optional<Guideline> platform) {

    /** Tests of the guideline alone. */
    public static Requirements of(
        String named, Guideline guideline, Target target, Selection selection) {
      return new Requirements(named, guideline, target, selection, Optional.empty());
    }

    Requirements with(Selection other) {
      return new Requirements(named, guideline, target, other, platform);
    }

    /** The guideline, then that of the platform. */
    public List<Guideline> guidelines() {
      return Stream.concat(Stream.of(guideline), platform.stream()).toList();
    }
  }

  /**
   * The speed and the order of a run.
   *
   * @param concurrency tests at a time
   * @param patience longest wait for a state of the cloud
   * @param retries how often a test that did not pass is run again
   * @param shuffle seed of a random order of the tests, if they are to start in one
   */
  public record Pace(int concurrency, Duration patience, int retries, OptionalLong shuffle) {

    /** Every test once. */
    public static Pace of(int concurrency, Duration patience) {
      return new Pace(concurrency, patience, 0, OptionalLong.empty());
    }
  }

  /** A run outside of guests, on what discovery takes. */
  public static RunOrder of(
      Requirements requirements, CloudConfig cloud, Optional<CloudConfig> second, Pace pace) {
    return new RunOrder(
        requirements,
        cloud,
        second,
        Optional.empty(),
        pace,
        Optional.empty(),
        Wishes.NONE,
        Recording.Extras.REFUSED);
  }

  /** The same for other tests. */
  RunOrder withSelection(Selection other) {
    return new RunOrder(
        requirements.with(other), cloud, second, disposable, pace, guests, wishes, extras);
  }

  /** The same with what somebody has chosen. */
  public RunOrder withWishes(Wishes chosen) {
    return new RunOrder(requirements, cloud, second, disposable, pace, guests, chosen, extras);
  }

  /** The same with a user whose password tests may change, if there is one. */
  public RunOrder withDisposable(Optional<CloudConfig> user) {
    return new RunOrder(requirements, cloud, second, user, pace, guests, wishes, extras);
  }

  /** The same with a way into guests, if there is one. */
  public RunOrder withGuests(Optional<GuestAccess> way) {
    return new RunOrder(requirements, cloud, second, disposable, pace, way, wishes, extras);
  }

  /** The same with another way to take attributes that the API does not have. */
  public RunOrder withExtras(Recording.Extras other) {
    return new RunOrder(requirements, cloud, second, disposable, pace, guests, wishes, other);
  }
}
