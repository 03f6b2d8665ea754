package org.defcore.simcloud;

import java.time.Duration;
import org.defcore.simcloud.pace.HandClock;
import org.defcore.simcloud.pace.Pace;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A simulated cloud for each test, on a clock that is moved by hand. Its users' password is {@code
 * secret}.
 */
final class SteppedCloud implements AfterEachCallback {

  private final HandClock clock = new HandClock();
  private final SimulatedCloud cloud;

  private SteppedCloud(Pace pace) {
    cloud =
        SimulatedCloud.start(
            SimulatedCloudOptions.usual().withPassword("secret").withClock(clock).withPace(pace));
  }

  /** One in which everything is done by the time that somebody looks. */
  static SteppedCloud atOnce() {
    return new SteppedCloud(Pace.INSTANT);
  }

  /** One in which every stage of a resource lasts so long. */
  static SteppedCloud inStagesOf(Duration stage) {
    return new SteppedCloud(new Pace(stage, stage));
  }

  HandClock clock() {
    return clock;
  }

  SimulatedCloud cloud() {
    return cloud;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    cloud.close();
  }
}
