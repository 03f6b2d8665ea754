package org.defcore.clouds;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.defcore.clouds.Credentials.Method;

/**
 * The result of a successful login.
 *
 * @param answer the object {@code token} of the answer
 * @param renewFrom when to log in again, by this machine's clock
 */
record TokenGrant(String token, JsonNode answer, ServiceCatalogue catalogue, Instant renewFrom) {

  private static final Duration MARGIN = Duration.ofMinutes(5);

  /**
   * The time to replace a token that is issued now: five minutes before it expires, or a fifth of
   * its life. A token that was made from another one is used to its end, since its successor would
   * expire at the same time; so is one that cost a passcode.
   *
   * @param life from the cloud's own two times, so that its clock does not matter
   */
  static Instant renewal(Instant now, Duration life, Method method) {
    if (method.isOnce()) {
      return now.plus(life);
    }
    Duration fifth = life.dividedBy(5);
    return now.plus(life).minus(fifth.compareTo(MARGIN) < 0 ? fifth : MARGIN);
  }

  String text(String object, String field) {
    return answer.path(object).path(field).asText("");
  }
}
