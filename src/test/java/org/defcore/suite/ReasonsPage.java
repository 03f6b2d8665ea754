package org.defcore.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.stream.Collectors;
import org.defcore.result.TestResult;

/** Reasons that tests give for what they caught, an example of each kind, as a page of Markdown. */
final class ReasonsPage {

  private static final Path KINDS = Path.of("src/test/resources/simcloud/reasons.txt");

  private static final String HEAD =
      """
      # What reasons look like

      The reason of a test that did not pass names the call, what was expected and what was found. Behind it
      stands the id of the request, where the service tells it, for the log of the service. A test that waits
      says what it waited for and what it saw last. These are examples, one a kind, as defects of the simulated
      cloud make them; what differs from run to run is in braces. `HOSTILE.md` has those of logins, proxies and
      connections.

      Made by `mvn test -Dtest=SuiteTeethTest -Dgolden.update` from what it saw; `mvn verify` sees it
      all again, and fails if it differs, or if any reason has words of Java or of a library.

      | kind | outcome | reason |
      |---|---|---|
      """;

  /** Patterns of texts that differ from run to run, and the words for them. */
  private static final List<Entry<String, String>> MASKS =
      List.of(
          Map.entry("[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}", "{id}"),
          Map.entry("req-\\{id}|\\btx[0-9a-f]{21}-[0-9a-f]{10}", "req-{id}"),
          Map.entry("defcore-\\d{8}-\\d{6}-[0-9a-f]{6}-", "defcore-{run}-"),
          Map.entry("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "{time}"),
          Map.entry("127\\.\\d+\\.\\d+\\.\\d+(:\\d+)?", "{address}"),
          Map.entry("-p \\d+", "-p {port}"),
          Map.entry("(after |Ram=)\\d+", "$1{n}"));

  /** By defect: the one of the test with the smallest id. */
  private final Map<String, TestResult> seen = new HashMap<>();

  void given(TestResult result, String defect) {
    seen.merge(defect, result, ReasonsPage::first);
  }

  private static TestResult first(TestResult one, TestResult other) {
    return one.id().toString().compareTo(other.id().toString()) < 0 ? one : other;
  }

  void assertSame(Path page) throws IOException {
    String rows =
        Files.readAllLines(KINDS).stream()
            .filter(it -> !it.startsWith("#"))
            .map(it -> it.split(" [|] ", 2))
            .map(it -> row(it[0], it[1]))
            .collect(Collectors.joining());
    GoldenPage.assertSame(page, HEAD + rows);
  }

  private String row(String kind, String defect) {
    TestResult result =
        Objects.requireNonNull(seen.get(defect), () -> KINDS + ": no test catches " + defect);
    String reason = result.reason();
    for (Entry<String, String> mask : MASKS) {
      reason = reason.replaceAll(mask.getKey(), mask.getValue());
    }
    return "| %s | %s | `%s` |%n".formatted(kind, result.outcome().word(), GoldenPage.cell(reason));
  }
}
