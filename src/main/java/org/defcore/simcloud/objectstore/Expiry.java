package org.defcore.simcloud.objectstore;

import java.time.Instant;
import java.util.Optional;
import org.defcore.simcloud.defect.Behaviour;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Refusal;

/** Reads when an object is to expire. */
final class Expiry {

  private static final String AFTER = "X-Delete-After";
  private static final String AT = "X-Delete-At";

  private final Defects defects;

  Expiry(Defects defects) {
    this.defects = defects;
  }

  /** Seconds since 1970; empty if the request says nothing of it. */
  Optional<Long> deleteAt(Incoming request, Instant now) {
    Optional<Long> after =
        request.header(AFTER).map(it -> now.getEpochSecond() + number(AFTER, it));
    Optional<Long> at = after.or(() -> request.header(AT).map(it -> number(AT, it)));
    if (at.filter(it -> it <= now.getEpochSecond()).isPresent()) {
      throw SwiftPages.badRequest((after.isPresent() ? AFTER : AT) + " in past");
    }
    return at.flatMap(it -> spoiled(it, now));
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

  private Optional<Long> spoiled(long at, Instant now) {
    if (defects.on(Behaviour.OBJECT_NEVER_EXPIRES)) {
      return Optional.empty();
    }
    if (defects.on(Behaviour.OBJECT_EXPIRES_AT_ONCE)) {
      return Optional.of(now.getEpochSecond());
    }
    return Optional.of(defects.on(Behaviour.OBJECT_EXPIRES_LATER) ? at + 60 : at);
  }
}
