package org.defcore.runner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.defcore.guideline.TestId;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.RepeatCause;
import org.defcore.kit.Evidence;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;

/** The requests of a run that were sent again, counted by cause. Safe for use by many threads. */
final class RepeatedRequests {

  /** The id of the evidence of login and discovery. */
  static final String DISCOVERY = "discovery";

  private final Map<RepeatCause, Map<String, Integer>> counts = new EnumMap<>(RepeatCause.class);

  /** Counts those of a test, a shared fixture or discovery. */
  synchronized void count(Evidence said) {
    Map<RepeatCause, Integer> own = new EnumMap<>(RepeatCause.class);
    for (Exchange exchange : said.exchanges()) {
      exchange.repeats().ifPresent(it -> own.merge(it, 1, Integer::sum));
    }
    // Each attempt of a test has an evidence of its own, that of a fixture goes on.
    own.forEach(
        (cause, number) ->
            counts
                .computeIfAbsent(cause, it -> new TreeMap<>())
                .merge(said.id(), number, isTest(said.id()) ? Integer::sum : Math::max));
  }

  private static boolean isTest(String id) {
    return TestId.parse(id).isPresent();
  }

  /** A sentence for each cause. */
  synchronized List<Fact> notices() {
    List<Fact> notices = new ArrayList<>();
    counts.forEach(
        (cause, numbers) ->
            notices.add(
                new Fact(
                    FactNames.notice("repeated-" + cause.word()),
                    sentence(cause, numbers),
                    "the evidence of this run")));
    return notices;
  }

  private static String sentence(RepeatCause cause, Map<String, Integer> numbers) {
    String what =
        switch (cause) {
          case RATE_LIMIT -> "The cloud limited the rate of requests";
          case GATEWAY -> "A gateway answered in place of a service";
          case CONNECTION -> "Connections were refused or broke off";
          case TOKEN -> "Services refused a valid token, so that a new login was made";
        };
    int all = numbers.values().stream().mapToInt(it -> it).sum();
    return "%s: %s of %s %s repeated."
        .formatted(
            what, number(all, "request"), owners(numbers.keySet()), all == 1 ? "was" : "were");
  }

  private static String owners(Collection<String> ids) {
    List<String> owners = new ArrayList<>();
    long tests = ids.stream().filter(RepeatedRequests::isTest).count();
    long fixtures = ids.size() - tests - (ids.contains(DISCOVERY) ? 1 : 0);
    if (tests > 0) {
      owners.add(number(tests, "test"));
    }
    if (fixtures > 0) {
      owners.add(number(fixtures, "shared fixture"));
    }
    if (ids.contains(DISCOVERY)) {
      owners.add(DISCOVERY);
    }
    return String.join(" and ", owners);
  }

  private static String number(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
