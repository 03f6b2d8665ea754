package org.defcore.runner;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.defcore.clouds.CloudConfig;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;
import org.defcore.kit.GuestAccess;

/**
 * The tests of a run, its cloud and its options.
 *
 * @param guidelineName how the user named the guideline: an id or a file
 * @param second the second project's user
 * @param guests absent if nobody can log in to them
 * @param concurrency tests at a time
 * @param patience longest wait for a state of the cloud
 * @param retries how often a test that did not pass is run again
 * @param images names or ids of those to boot, instead of what discovery takes
 */
public record RunOrder(
    String guidelineName,
    Guideline guideline,
    Target target,
    Selection selection,
    CloudConfig cloud,
    Optional<CloudConfig> second,
    Optional<GuestAccess> guests,
    int concurrency,
    Duration patience,
    int retries,
    List<String> images) {

  public RunOrder {
    images = List.copyOf(images);
  }

  /** A run of every test once, and outside of guests. */
  public RunOrder(
      String guidelineName,
      Guideline guideline,
      Target target,
      Selection selection,
      CloudConfig cloud,
      Optional<CloudConfig> second,
      int concurrency,
      Duration patience) {
    this(
        guidelineName,
        guideline,
        target,
        selection,
        cloud,
        second,
        Optional.empty(),
        concurrency,
        patience,
        0,
        List.of());
  }

  /** The same for other tests. */
  RunOrder withSelection(Selection other) {
    return new RunOrder(
        guidelineName,
        guideline,
        target,
        other,
        cloud,
        second,
        guests,
        concurrency,
        patience,
        retries,
        images);
  }

  /** The same with images that somebody has chosen, see {@link #images}. */
  public RunOrder withImages(List<String> chosen) {
    return new RunOrder(
        guidelineName,
        guideline,
        target,
        selection,
        cloud,
        second,
        guests,
        concurrency,
        patience,
        retries,
        chosen);
  }

  /** The same where guests can be logged in to like that. */
  public RunOrder withGuests(GuestAccess way) {
    return new RunOrder(
        guidelineName,
        guideline,
        target,
        selection,
        cloud,
        second,
        Optional.of(way),
        concurrency,
        patience,
        retries,
        images);
  }
}
