package org.defcore.runner;

import static org.defcore.http.message.Recording.Extras.NOTED;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.kit.GuestAccess;
import org.defcore.result.Deviation;

/** Deviations of an order from the default. */
final class Deviations {

  static final String EXCLUSION = "exclusion";

  private static final int NAMED = 3;

  private static final Deviation BYPASS =
      new Deviation(
          "bypass-extra-attributes",
          "tests ignored attributes that are not in the API; the verdict counts these tests as failed");

  private Deviations() {}

  /** Those of both logins, each once, as tests go through either; then those of the run. */
  static List<Deviation> of(RunOrder order, List<Deviation> exclusions, CloudAccess access) {
    Stream<Deviation> logins =
        access.sessions().values().stream().flatMap(it -> it.deviations().stream());
    Stream<Deviation> retries =
        Stream.of(order.pace().retries())
            .filter(it -> it > 0)
            .map(Deviations::times)
            .map(it -> new Deviation("retries", "tests that did not pass were run again, " + it));
    Stream<Deviation> shuffle =
        order.pace().shuffle().stream()
            .mapToObj(
                it -> new Deviation("shuffle", "tests started in the random order of seed " + it));
    Stream<Deviation> guests = order.guests().stream().map(GuestAccess::deviation);
    Stream<Deviation> extras = Stream.of(order.extras()).filter(NOTED::equals).map(it -> BYPASS);
    return Stream.of(
            logins,
            retries,
            shuffle,
            extras,
            guests,
            order.wishes().deviations().stream(),
            exclusions.stream())
        .flatMap(it -> it)
        .distinct()
        .map(it -> new Deviation(it.what(), access.secrets().redact(it.detail())))
        .toList();
  }

  /**
   * An entry that leaves tests out, as a deviation of the run.
   *
   * @param tests names of those that it leaves out
   */
  static Deviation exclusion(TestEntry entry, List<String> tests) {
    int more = tests.size() - NAMED;
    return new Deviation(
        EXCLUSION,
        entry
            + (entry.note().isEmpty() ? "" : " (" + entry.note() + ")")
            + ": "
            + tests.stream().limit(NAMED).collect(Collectors.joining(", "))
            + (more > 0 ? " and " + more + " more" : ""));
  }

  private static String times(int number) {
    return number == 1 ? "once" : "up to " + number + " times";
  }
}
