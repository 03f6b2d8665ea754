package org.defcore.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.defcore.result.Outcome;
import org.defcore.result.TestResult;
import org.defcore.runner.Selection;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.defcore.simcloud.kind.Kind;
import org.defcore.simcloud.pace.Pace;
import org.defcore.suite.SimulatedRun.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That each kind of compute passes what it can do, and fails the rest without a trace. */
class SuiteByKindTest {

  @TempDir Path dir;

  @Test
  void theTestsThatAKindDoesNotPassAreThoseOfThePage() throws IOException {
    KindTable table = new KindTable();

    for (Kind kind : Kind.values()) {
      List<TestResult> results = results(kind, Selection.ALL);
      table.add(kind, results);
      // Servers of failed tests are not lent again and stay; those of a project may run out.
      List<String> blocked = ids(results, Outcome.BLOCKED);
      if (!blocked.isEmpty()) {
        table.add(kind, results(kind, new Selection(blocked, List.of(), List.of())));
      }
    }

    table.assertSame(Path.of("capabilities/KINDS.md"));
  }

  private static List<String> ids(List<TestResult> results, Outcome outcome) {
    return results.stream()
        .filter(it -> it.outcome() == outcome)
        .map(it -> it.id().toString())
        .toList();
  }

  private List<TestResult> results(Kind kind, Selection selection) throws IOException {
    Ended ended = run(kind, selection);

    assertThat(ended.leaks()).as(kind.word()).isEmpty();
    assertThat(ended.remains()).as(kind.word()).isEmpty();
    return ended.record().results().stream()
        .filter(it -> it.outcome() != Outcome.NOT_IMPLEMENTED)
        .toList();
  }

  private Ended run(Kind kind, Selection selection) throws IOException {
    SimulatedCloudOptions options =
        SimulatedCloudOptions.usual()
            .withPassword("pa55-w0rd-of-demo")
            .withKind(kind)
            .withPace(Pace.INSTANT)
            .withGuests();
    try (SimulatedCloud cloud = SimulatedCloud.start(options)) {
      return new SimulatedRun(dir).run(selection, cloud, () -> {});
    }
  }
}
