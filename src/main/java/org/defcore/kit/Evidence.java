package org.defcore.kit;

import java.util.List;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Recording;

/**
 * The exchanges of one test or one shared fixture.
 *
 * @param id the test's idempotent id, or the fixture's class name
 * @param exchanges in order; those from {@code atEnd} on belong to clean-up
 * @param atEnd how many there were when the test's own code ended
 * @param extras fields that nobody declared, in answers to the test's own code
 */
public record Evidence(
    String id, List<Exchange> exchanges, int atEnd, List<Recording.Extra> extras) {

  public Evidence {
    exchanges = List.copyOf(exchanges);
    extras = List.copyOf(extras);
  }

  public Evidence(String id, List<Exchange> exchanges, int atEnd) {
    this(id, exchanges, atEnd, List.of());
  }

  static Evidence of(String id, Recording recording, int atEnd) {
    return new Evidence(
        id,
        recording.exchanges(),
        atEnd,
        recording.extras().stream().filter(it -> it.exchange() < atEnd).toList());
  }
}
