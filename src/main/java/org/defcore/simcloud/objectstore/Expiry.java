package org.defcore.simcloud.objectstore;

import java.time.Instant;
import java.util.Optional;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Refusal;

/** Reads when an object is to expire. */
final class Expiry {

  private static final String AFTER = "X-Delete-After";
  private static final String AT = "X-Delete-At";

  private Expiry() {}

  /** Seconds since 1970; empty if the request says nothing of it. */
  static Optional<Long> deleteAt(Incoming request, Instant now) {
    Optional<Long> after =
        request.header(AFTER).map(it -> now.getEpochSecond() + number(AFTER, it));
    Optional<Long> at = after.or(() -> request.header(AT).map(it -> number(AT, it)));
    if (at.filter(it -> it <= now.getEpochSecond()).isPresent()) {
      throw SwiftPages.badRequest((after.isPresent() ? AFTER : AT) + " in past");
    }
    return at;
  }

  private static long number(String header, String text) {
    if (!text.matches("-?\\d{1,10}")) {
      throw nonInteger(header);
    }
    return Long.parseLong(text);
  }

  private static Refusal nonInteger(String header) {
    return SwiftPages.badRequest("Non-integer " + header);
  }
}
