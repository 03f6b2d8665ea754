package org.defcore.simcloud.compute;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Refusal;

/** The compute microversion of a request: 2.1 unless it asks for another. */
record Microversion(int major, int minor) {

  static final Microversion LOWEST = new Microversion(2, 1);
  static final Microversion HIGHEST = new Microversion(2, 93);

  private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

  /** What is asked for, whether or not it is offered; empty when it cannot be understood. */
  static Optional<Microversion> asked(Incoming request) {
    String text = text(request);
    if (text.equals("latest")) {
      return Optional.of(HIGHEST);
    }
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Microversion(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  static String text(Incoming request) {
    Optional<String> common =
        request
            .header("OpenStack-API-Version")
            .filter(it -> it.startsWith("compute "))
            .map(it -> it.substring("compute ".length()).trim());
    return common
        .or(() -> request.header("X-OpenStack-Nova-API-Version"))
        .orElse(LOWEST.toString());
  }

  static void refuseUnsupported(Incoming request) {
    Microversion asked =
        asked(request)
            .orElseThrow(
                () ->
                    new Refusal(
                        ComputeFaults.badRequest(
                            "API version string "
                                + text(request)
                                + " is not of the form MajorNum.MinorNum.")));
    if (asked.major() != 2 || !asked.atLeast(LOWEST.minor()) || asked.minor() > HIGHEST.minor()) {
      throw new Refusal(
          ComputeFaults.fault(
              406,
              "computeFault",
              "Version %s is not supported by the API. Minimum is %s and maximum is %s."
                  .formatted(asked, LOWEST, HIGHEST)));
    }
  }

  /** Of a request that was let through. */
  static Microversion of(Incoming request) {
    return asked(request).orElse(LOWEST);
  }

  boolean atLeast(int other) {
    return minor >= other;
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
