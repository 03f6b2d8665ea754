package org.defcore.runner;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.defcore.kit.GuestAccess;
import org.defcore.result.Deviation;

/** Deviations of an order from the default. */
final class Deviations {

  private Deviations() {}

  /** Those of both logins, each once, as tests go through either; then those of the run. */
  static List<Deviation> of(RunOrder order, UnaryOperator<String> redact) {
    Stream<Deviation> logins =
        Stream.concat(Stream.of(order.cloud()), order.second().stream())
            .flatMap(it -> it.deviations().stream());
    Stream<Deviation> retries =
        Stream.of(order.pace().retries())
            .filter(it -> it > 0)
            .map(Deviations::times)
            .map(it -> new Deviation("retries", "tests that did not pass were run again, " + it));
    Stream<Deviation> guests = order.guests().stream().map(GuestAccess::deviation);
    return Stream.of(logins, retries, guests, order.wishes().deviations().stream())
        .flatMap(it -> it)
        .distinct()
        .map(it -> new Deviation(it.what(), redact.apply(it.detail())))
        .toList();
  }

  private static String times(int number) {
    return number == 1 ? "once" : "up to " + number + " times";
  }
}
