package org.defcore.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.result.Outcome;
import org.defcore.result.TestResult;
import org.defcore.simcloud.kind.Kind;

/** The outcomes of the tests that do not pass on every kind of compute, as a page of Markdown. */
final class KindTable {

  private static final String HEAD =
      """
      # What each kind of compute does not pass

      The tests of the suite that do not pass on a simulated cloud of every kind (`defcore simulate
      --kind`); all others do. What is behind it stands in the manual, with the simulated cloud.

      Made by `mvn test -Dtest=SuiteByKindTest -Dgolden.update` from what it saw; `mvn verify` sees it
      all again, and fails if it differs.

      """;

  private final Map<String, Map<Kind, Outcome>> rows = new TreeMap<>();

  void add(Kind kind, List<TestResult> results) {
    for (TestResult result : results) {
      String name = result.name().replaceFirst("^tempest\\.api\\.", "") + " " + result.id();
      rows.computeIfAbsent(name, it -> new EnumMap<>(Kind.class)).put(kind, result.outcome());
    }
  }

  void assertSame(Path page) throws IOException {
    String now = HEAD + head() + body();
    if (System.getProperty("golden.update") != null) {
      Files.writeString(page, now);
    }
    assertThat(now).as(page.toString()).isEqualTo(Files.readString(page));
  }

  private static String head() {
    String kinds = Stream.of(Kind.values()).map(Kind::word).collect(Collectors.joining(" | "));
    return "| test | " + kinds + " |\n|---" + "|---".repeat(Kind.values().length) + "|\n";
  }

  private String body() {
    return rows.entrySet().stream()
        .filter(it -> it.getValue().values().stream().anyMatch(one -> one != Outcome.PASSED))
        .map(
            it ->
                it.getValue().values().stream()
                    .map(Outcome::word)
                    .collect(Collectors.joining(" | ", "| " + it.getKey() + " | ", " |\n")))
        .collect(Collectors.joining());
  }
}
