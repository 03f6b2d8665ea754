package org.defcore.simcloud.wire;

import java.util.Optional;

/**
 * Microversions of a service: reads them from requests, and tells them in answers.
 *
 * @param service as the header names it, for instance {@code compute}
 * @param lowest answers a request that asks for none
 * @param legacyHeader the service's own header of older days; empty if it has none
 */
public record Microversions(
    String service, Microversion lowest, Microversion highest, String legacyHeader) {

  private static final String HEADER = "OpenStack-API-Version";

  /** The version asked for, whether or not it is offered; empty if it cannot be understood. */
  public Optional<Microversion> asked(Incoming request) {
    String text = text(request);
    return text.equals("latest") ? Optional.of(highest) : Microversion.parse(text);
  }

  /** The version of a request that was let through. */
  public Microversion of(Incoming request) {
    return asked(request).orElse(lowest);
  }

  private String text(Incoming request) {
    return request
        .header(HEADER)
        .filter(it -> it.startsWith(service + " "))
        .map(it -> it.substring(service.length()).trim())
        .or(() -> request.header(legacyHeader))
        .orElse(lowest.toString());
  }

  /**
   * Looks at the version that a request asks for.
   *
   * @throws Refusal 400 if it cannot be understood, 406 if it is not offered
   */
  public void require(Incoming request, Frame.Faults faults) {
    Microversion asked =
        asked(request)
            .orElseThrow(
                () ->
                    new Refusal(
                        faults.fault(
                            400,
                            "API version string %s is not of the form MajorNum.MinorNum."
                                .formatted(text(request)))));
    if (asked.compareTo(lowest) < 0 || asked.compareTo(highest) > 0) {
      throw new Refusal(
          faults.fault(
              406,
              "Version %s is not supported by the API. Minimum is %s and maximum is %s."
                  .formatted(asked, lowest, highest)));
    }
  }

  /** Tells the version in an answer, unless that was given before versions are looked at. */
  public Reply told(Incoming request, Reply reply) {
    Optional<Microversion> version = asked(request);
    if (version.isEmpty() || isOutside(reply)) {
      return reply;
    }
    Reply told = reply.with(HEADER, service + " " + version.get()).with("Vary", HEADER);
    return legacyHeader.isEmpty()
        ? told
        : told.with(legacyHeader, version.get().toString()).with("Vary", legacyHeader);
  }

  // Refused without a token, sent elsewhere, or not found by the router, which says so in text.
  private static boolean isOutside(Reply reply) {
    return reply.status() == 401
        || reply.status() == 302
        || (reply.status() == 404 && reply.json().isEmpty());
  }
}
