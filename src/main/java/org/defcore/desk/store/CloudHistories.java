package org.defcore.desk.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.guideline.TestId;
import org.defcore.report.store.CloudHistory;
import org.defcore.report.store.CloudHistory.Run;
import org.defcore.report.store.CloudHistory.TestHistory;
import org.defcore.result.Outcome;
import org.defcore.store.CloudRuns;
import org.defcore.store.RunOutcome;
import org.defcore.store.RunRow;
import org.defcore.store.StoredCloud;

/** Histories of clouds, out of their stored runs. */
public final class CloudHistories {

  private CloudHistories() {}

  /** The history of the cloud that has these runs. */
  public static CloudHistory of(CloudRuns stored) {
    List<Run> runs =
        stored.runs().stream()
            .map(it -> run(it, stored.counts().getOrDefault(it.id(), Map.of())))
            .toList();
    Map<Integer, Integer> places = new HashMap<>();
    stored.runs().forEach(it -> places.put(it.id(), places.size()));
    Map<TestId, Row> rows = new LinkedHashMap<>();
    for (RunOutcome each : stored.outcomes()) {
      Optional.ofNullable(places.get(each.run()))
          .ifPresent(
              place ->
                  rows.computeIfAbsent(each.test(), it -> Row.of(each.name(), runs.size()))
                      .outcomes
                      .set(place, Optional.of(each.outcome())));
    }
    List<TestHistory> tests = new ArrayList<>();
    rows.forEach((id, row) -> tests.add(TestHistory.of(id, row.name, row.outcomes, runs)));
    return new CloudHistory(facts(stored.cloud()), runs, tests);
  }

  /** A test, and its outcomes as far as they are read. */
  private record Row(String name, List<Optional<Outcome>> outcomes) {

    static Row of(String name, int runs) {
      return new Row(name, new ArrayList<>(Collections.nCopies(runs, Optional.empty())));
    }
  }

  private static Run run(RunRow row, Map<Outcome, Integer> counts) {
    return new Run(
        row.name(),
        row.started(),
        Stream.of(row.version(), row.openstack())
            .filter(it -> !it.isEmpty())
            .collect(Collectors.joining(", ")),
        row.guideline(),
        row.verdict().text(),
        counts);
  }

  private static Map<String, String> facts(StoredCloud cloud) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("vendor", cloud.vendor());
    facts.put("product", cloud.product());
    facts.put("name", cloud.name());
    facts.put("auth_url", cloud.authUrl());
    facts.put("region", cloud.region());
    return facts;
  }
}
