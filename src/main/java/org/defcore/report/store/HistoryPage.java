package org.defcore.report.store;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.report.Page;
import org.defcore.report.store.CloudHistory.TestHistory;
import org.defcore.result.Outcome;

/** Page of the history of a cloud, with its charts. */
public final class HistoryPage implements Page {

  private static final Comparator<TestHistory> WORST_FIRST =
      Comparator.comparing(
              (TestHistory it) -> it.course().lastJudged().filter(Outcome.FAILED::equals).isEmpty())
          .thenComparing(it -> it.course().flakeRate(), Comparator.reverseOrder())
          .thenComparing(TestHistory::name)
          .thenComparing(TestHistory::id);

  private final CloudHistory history;

  public HistoryPage(CloudHistory history) {
    this.history = history;
  }

  @Override
  public String template() {
    return "history.ftlh";
  }

  public CloudHistory history() {
    return history;
  }

  public String title() {
    return history.cloud().values().stream()
        .filter(it -> !it.isEmpty())
        .limit(3)
        .collect(Collectors.joining(", "));
  }

  /** The facts of the cloud that are known, by their names for people. */
  public Map<String, String> facts() {
    return history.cloud().entrySet().stream()
        .filter(it -> !it.getValue().isEmpty())
        .collect(
            Collectors.toMap(
                it -> it.getKey().replace("auth_url", "identity endpoint"),
                Map.Entry::getValue,
                (one, other) -> one,
                LinkedHashMap::new));
  }

  /** A chart for each standing that some run has tests of, failures first. */
  public List<BarChart> charts() {
    return Stream.of(Standing.FAILED, Standing.FLAKY, Standing.NOT_JUDGED, Standing.PASSED)
        .map(it -> BarChart.of(it, history.runs()))
        .filter(it -> it.most() > 0)
        .toList();
  }

  public List<Standing> standings() {
    return List.of(Standing.values());
  }

  /** The tests, those that failed when they were last judged first. */
  public List<TestStrip> strips() {
    return history.tests().stream().sorted(WORST_FIRST).map(TestStrip::of).toList();
  }
}
