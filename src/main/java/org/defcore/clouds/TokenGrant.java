package org.defcore.clouds;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.defcore.clouds.Credentials.Method;

/**
 * What a successful login gave.
 *
 * @param answer the object {@code token} of the answer
 * @param renewFrom when to log in again, by this machine's clock
 */
record TokenGrant(String token, JsonNode answer, ServiceCatalogue catalogue, Instant renewFrom) {

  private static final Duration MARGIN = Duration.ofMinutes(5);

  /**
   * When a token that was issued now has to be replaced: five minutes before it expires, or a fifth
   * of its life. One that was made from another token is used to its end, as its successor would
   * end with it.
   *
   * @param life from the cloud's own two times, so that its clock does not matter
   */
  static Instant renewal(Instant now, Duration life, Method method) {
    if (method == Method.TOKEN) {
      return now.plus(life);
    }
    Duration fifth = life.dividedBy(5);
    return now.plus(life).minus(fifth.compareTo(MARGIN) < 0 ? fifth : MARGIN);
  }

  String text(String object, String field) {
    return answer.path(object).path(field).asText("");
  }
}
