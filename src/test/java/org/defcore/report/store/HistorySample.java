package org.defcore.report.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.guideline.TestId;
import org.defcore.report.store.CloudHistory.Run;
import org.defcore.report.store.CloudHistory.TestHistory;
import org.defcore.result.Outcome;

/** Histories by letters: a run is a column, and its release a digit below. */
final class HistorySample {

  private HistorySample() {}

  /**
   * The outcomes of letters.
   *
   * @param letters P passed, L flaky, F failed, S skipped, E error, and a blank for none
   */
  static List<Optional<Outcome>> outcomes(String letters) {
    return letters
        .chars()
        .mapToObj(
            it ->
                switch ((char) it) {
                  case 'P' -> Optional.of(Outcome.PASSED);
                  case 'L' -> Optional.of(Outcome.FLAKY);
                  case 'F' -> Optional.of(Outcome.FAILED);
                  case 'S' -> Optional.of(Outcome.SKIPPED);
                  case 'E' -> Optional.of(Outcome.ERROR);
                  default -> Optional.<Outcome>empty();
                })
        .toList();
  }

  /** Runs on the first days of a year, of the releases of these digits. */
  static List<Run> runs(String releases, String... tests) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < releases.length(); i++) {
      Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
      for (String test : tests) {
        outcomes(test).get(i).ifPresent(it -> counts.merge(it, 1, Integer::sum));
      }
      runs.add(
          new Run(
              "run-" + (i + 1),
              Instant.parse("2026-01-01T12:00:00Z").plus(Duration.ofDays(i)),
              releases.charAt(i) + ".0, Zed",
              "2022.11",
              counts.containsKey(Outcome.FAILED) ? "not-conformant" : "conformant",
              counts));
    }
    return runs;
  }

  static CloudHistory history(String releases, String... tests) {
    List<Run> runs = runs(releases, tests);
    List<TestHistory> histories = new ArrayList<>();
    for (int i = 0; i < tests.length; i++) {
      histories.add(
          TestHistory.of(
              TestId.of("00000000-0000-4000-8000-00000000000" + i),
              "tempest.api.test" + i,
              outcomes(tests[i]),
              runs));
    }
    Map<String, String> cloud = new LinkedHashMap<>();
    cloud.put("vendor", "Acme <Hosting>");
    cloud.put("product", "Acme Cloud");
    cloud.put("name", "acme");
    cloud.put("auth_url", "https://acme.example/v3");
    cloud.put("region", "");
    return new CloudHistory(cloud, runs, histories);
  }
}
