package org.defcore.kit;

import java.util.List;
import org.defcore.http.message.Exchange;

/**
 * The exchanges of one test or one shared fixture.
 *
 * @param id the test's idempotent id, or the fixture's class name
 * @param exchanges in order; those from {@code atEnd} on belong to clean-up
 * @param atEnd how many there were when the test's own code ended
 */
public record Evidence(String id, List<Exchange> exchanges, int atEnd) {

  public Evidence {
    exchanges = List.copyOf(exchanges);
  }
}
