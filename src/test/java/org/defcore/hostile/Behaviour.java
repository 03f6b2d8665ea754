package org.defcore.hostile;

import java.time.Duration;
import java.util.Optional;

/** Something that a hostile cloud does, and the part of a run that meets it. */
record Behaviour(String place, String name, Trial trial) {

  /** One meeting of the program with the behaviour. */
  interface Trial {
    Met meet() throws Exception;
  }

  /**
   * The result of a meeting.
   *
   * @param outcome a word or two, the same each time
   * @param reason the program's own words
   * @param told everything that the program wrote or said
   * @param took duration, if that was measured at another time
   */
  record Met(String outcome, String reason, String told, Optional<Duration> took) {

    static Met of(String outcome, String reason, String told) {
      return new Met(outcome, reason, told, Optional.empty());
    }
  }
}
