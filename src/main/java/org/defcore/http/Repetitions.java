package org.defcore.http;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.defcore.http.ConnectionFailure.Reach;
import org.defcore.http.message.Header;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.message.Obstacle;
import org.defcore.http.message.RawResponse;
import org.defcore.http.message.RepeatCause;

/**
 * The rule by which one call is sent again if not the service answered, but something on the way to
 * it.
 *
 * <ul>
 *   <li>429, and 413 with {@code Retry-After}: any request, since it was refused unread (RFC 6585,
 *       4).
 *   <li>401 to the session's own token: any request, since it was not applied (RFC 9110, 15.5.2),
 *       once and with a new token.
 *   <li>502, 503, 504, and an HTML page without the service's request id, be it an error of a
 *       server or where JSON was asked for: idempotent requests (RFC 9110, 9.2.2). Others only
 *       after a 503 with {@code Retry-After} and without that id: the service has not seen the
 *       request.
 *   <li>A refused connection: any request, since nothing was sent. One that breaks off: idempotent
 *       requests.
 * </ul>
 *
 * <p>A status that the caller takes for an answer is none of these.
 */
final class Repetitions {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Set<Integer> GATEWAY = Set.of(502, 503, 504);
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> REQUEST_IDS =
      Set.of("x-openstack-request-id", "x-compute-request-id", "x-trans-id");
  private static final String TOKEN = "X-Auth-Token";

  /** One more request, after a pause. */
  record Repetition(HttpRequest request, RepeatCause cause, Duration pause) {}

  private final CallTerms terms;
  private final Clock clock;
  private final Map<RepeatCause, Integer> sent = new EnumMap<>(RepeatCause.class);
  private boolean mayBeDone;

  Repetitions(CallTerms terms, Clock clock) {
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * The next request after an answer; empty if that one counts.
   *
   * @param left time until the deadline of the call
   */
  Optional<Repetition> after(HttpRequest request, RawResponse received, Duration left) {
    Optional<RepeatCause> cause =
        cause(request, received).filter(it -> isLeft(it, most(it, received)));
    if (cause.isEmpty() || !mayRepeat(cause.get(), received)) {
      return Optional.empty();
    }
    RepeatCause why = cause.get();
    Duration pause = RetryAfter.of(received, clock).orElseGet(() -> pause(why));
    if (pause.compareTo(left) >= 0) {
      return Optional.empty();
    }
    return next(why, request).map(it -> again(it, why, pause));
  }

  /** The next request after none was answered. */
  Optional<Repetition> after(HttpRequest request, ConnectionFailure failure, Duration left) {
    RepeatCause why = RepeatCause.CONNECTION;
    boolean may =
        switch (failure.reach()) {
          case NOT_SENT -> true;
          case UNKNOWN -> terms.effect() == CallTerms.Effect.IDEMPOTENT;
          case FINAL -> false;
        };
    Duration pause = pause(why);
    if (!may || !isLeft(why, 3) || pause.compareTo(left) >= 0) {
      return Optional.empty();
    }
    Repetition again = again(request, why, pause);
    mayBeDone |= failure.reach() == Reach.UNKNOWN && !SAFE.contains(request.method());
    return Optional.of(again);
  }

  private Repetition again(HttpRequest request, RepeatCause why, Duration pause) {
    sent.merge(why, 1, Integer::sum);
    mayBeDone |= why == RepeatCause.GATEWAY && !SAFE.contains(request.method());
    return new Repetition(request, why, pause);
  }

  private boolean isLeft(RepeatCause why, int most) {
    return sent.getOrDefault(why, 0) < most;
  }

  private int most(RepeatCause why, RawResponse received) {
    return switch (why) {
      case RATE_LIMIT -> received.status() == 413 ? 2 : 8;
      // A page with the status of a success is more often a wrong address than a passing fault.
      case GATEWAY -> received.status() < 400 ? 1 : 4;
      case CONNECTION -> 3;
      case TOKEN -> 1;
    };
  }

  private boolean mayRepeat(RepeatCause why, RawResponse received) {
    boolean unseen =
        received.status() == 503
            && received.header("retry-after").isPresent()
            && !isOfService(received);
    return why != RepeatCause.GATEWAY || unseen || terms.effect() == CallTerms.Effect.IDEMPOTENT;
  }

  /** Doubles with each repetition; many calls that were limited together do not come together. */
  private Duration pause(RepeatCause why) {
    long first =
        switch (why) {
          case RATE_LIMIT -> 1000 + ThreadLocalRandom.current().nextLong(250);
          case GATEWAY -> 500;
          case CONNECTION -> 250;
          case TOKEN -> 0;
        };
    Duration pause = Duration.ofMillis(first << sent.getOrDefault(why, 0));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private Optional<HttpRequest> next(RepeatCause why, HttpRequest request) {
    if (why != RepeatCause.TOKEN) {
      return Optional.of(request);
    }
    return terms
        .token()
        .flatMap(it -> it.inPlaceOf(Header.first(request.headers(), TOKEN).orElse("")))
        .map(it -> request.with(new Header(TOKEN, it)));
  }

  private Optional<RepeatCause> cause(HttpRequest request, RawResponse received) {
    int status = received.status();
    if (status < 400) {
      return isPageForJson(request, received) ? Optional.of(RepeatCause.GATEWAY) : Optional.empty();
    }
    if (terms.taken().contains(status)) {
      return Optional.empty();
    }
    if (status == 429 || (status == 413 && RetryAfter.of(received, clock).isPresent())) {
      return Optional.of(RepeatCause.RATE_LIMIT);
    }
    boolean ownToken = terms.token().isPresent() && request.has(TOKEN);
    if (status == 401) {
      return ownToken ? Optional.of(RepeatCause.TOKEN) : Optional.empty();
    }
    return GATEWAY.contains(status) || (status >= 500 && isPage(received))
        ? Optional.of(RepeatCause.GATEWAY)
        : Optional.empty();
  }

  private static boolean isPageForJson(HttpRequest request, RawResponse received) {
    boolean forJson =
        Header.first(request.headers(), "Accept").filter(it -> it.contains("json")).isPresent();
    return forJson && received.status() / 100 == 2 && isPage(received);
  }

  private static boolean isPage(RawResponse received) {
    return received
            .header("content-type")
            .filter(it -> it.toLowerCase(Locale.ROOT).startsWith("text/html"))
            .isPresent()
        && start(received.body()).startsWith("<")
        && !isOfService(received);
  }

  private static boolean isOfService(RawResponse received) {
    return REQUEST_IDS.stream().anyMatch(it -> received.header(it).isPresent());
  }

  private static String start(byte[] body) {
    return new String(body, 0, Math.min(body.length, 100), StandardCharsets.UTF_8).strip();
  }

  /** The reason for which the last answer says nothing about the service, if there is one. */
  Optional<Obstacle> obstacle(HttpRequest request, RawResponse received) {
    boolean absolute =
        received.status() == 413
            && RetryAfter.of(received, clock).filter(Duration::isZero).isPresent();
    Optional<Obstacle> found =
        cause(request, received).filter(it -> !absolute).map(it -> obstacle(it, received));
    if (found.isPresent() || !mayBeDone || isExpected(received.status())) {
      return found;
    }
    return Optional.of(
        new Obstacle(
            RepeatCause.CONNECTION,
            received.status() + " to the repetition of a request that may have been carried out",
            "see whether the service or a proxy before it restarts"));
  }

  private boolean isExpected(int status) {
    return terms.taken().isEmpty() ? status < 400 : terms.taken().contains(status);
  }

  private Obstacle obstacle(RepeatCause cause, RawResponse received) {
    int requests = sent.values().stream().mapToInt(it -> it).sum() + 1;
    String times = requests == 1 ? ")" : ", after " + requests + " requests)";
    int status = received.status();
    return switch (cause) {
      case RATE_LIMIT ->
          new Obstacle(
              cause, status + " (rate limited" + times, "ask for a higher limit, or try later");
      case GATEWAY, CONNECTION ->
          new Obstacle(
              cause,
              (isPage(received) ? status + " with an HTML page" : "" + status)
                  + " (gateway answered"
                  + times,
              "see whether the service or a proxy before it restarts");
      case TOKEN ->
          new Obstacle(
              cause,
              status + " (valid token refused" + times,
              "see whether the service can validate tokens");
    };
  }
}
