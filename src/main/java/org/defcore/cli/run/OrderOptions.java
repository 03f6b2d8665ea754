package org.defcore.cli.run;

import java.io.PrintWriter;
import java.time.Duration;
import org.defcore.cli.options.CloudOptions;
import org.defcore.cli.options.GuestOptions;
import org.defcore.cli.options.PaceOptions;
import org.defcore.clouds.CloudConfig;
import org.defcore.desk.Installation;
import org.defcore.http.message.Recording;
import org.defcore.runner.RunOrder;

/**
 * The options that say where to run, and how.
 *
 * @param err is told what of the settings is not used
 */
record OrderOptions(CloudOptions cloud, GuestOptions guests, PrintWriter err) {

  /**
   * The order that they amount to.
   *
   * @param patience longest wait for a state of the cloud unless the user gave one
   */
  RunOrder order(
      Installation installation,
      RunOrder.Requirements requirements,
      PaceOptions pace,
      Duration patience) {
    CloudConfig config = cloud.config(installation);
    config.further().unused().forEach(err::println);
    return new RunOrder(
        requirements,
        config,
        cloud.second(installation, config),
        cloud.disposable(installation, config),
        pace.pace(patience),
        guests.access(),
        cloud.wishes().or(config),
        Recording.Extras.REFUSED);
  }
}
