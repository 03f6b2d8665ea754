package org.defcore.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.defcore.result.Outcome;
import org.defcore.result.TestResult;

/** The defects of the simulated cloud that each test has caught, as a page of Markdown. */
final class TeethTable {

  private static final String HEAD =
      """
      # What each test catches

      Every test passes on the simulated cloud, and does not on one with any of the defects beside it
      (`defcore simulate --list-defects` says what they are). *Failed*: the test itself saw the answer
      that breaks its claim. *Blocked*: the defect kept a fixture that it shares with others from being
      made. *Error*: no answer that could be judged.

      Made by `mvn test -Dtest=SuiteTeethTest -Dgolden.update` from what it saw; `mvn verify` sees it
      all again, and fails if it differs.

      | test | defect | caught |
      |---|---|---|
      """;

  private static final String WATCH =
      """

      # What the watch tells

      A defect that breaks no claim is told by a remark, which is no outcome of any test. The watch tells
      these, which `src/test/resources/simcloud/remarks-by-defect.txt` has for `WatchTeethTest`, and says
      nothing about a cloud without any.

      | defect | remark | call | where |
      |---|---|---|---|
      """;

  private record Row(String test, String defect) implements Comparable<Row> {

    @Override
    public int compareTo(Row other) {
      int byTest = test.compareTo(other.test);
      return byTest == 0 ? defect.compareTo(other.defect) : byTest;
    }
  }

  private final Map<Row, Outcome> rows = new TreeMap<>();

  void caught(TestResult result, String defect) {
    String name = result.name().replaceFirst("^tempest\\.api\\.", "");
    rows.put(new Row(name + " " + result.id(), defect), result.outcome());
  }

  int size() {
    return rows.size();
  }

  void assertSame(Path page) throws IOException {
    GoldenPage.assertSame(page, HEAD + lines(rows.entrySet()) + WATCH + remarks());
  }

  private static String remarks() throws IOException {
    return RemarksByDefect.parts().stream()
        .flatMap(it -> it.rows().stream())
        .map(
            it ->
                "| `%s` | %s | %s `%s` | %s |%n"
                    .formatted(
                        GoldenPage.cell(it.defect()),
                        it.told().kind(),
                        it.told().service(),
                        it.told().call(),
                        it.told().where().isEmpty() ? "" : "`" + it.told().where() + "`"))
        .collect(Collectors.joining());
  }

  private static String lines(Collection<Map.Entry<Row, Outcome>> rows) {
    return rows.stream()
        .map(
            it ->
                "| %s | `%s` | %s |%n"
                    .formatted(
                        it.getKey().test(),
                        GoldenPage.cell(it.getKey().defect()),
                        it.getValue().word()))
        .collect(Collectors.joining());
  }
}
