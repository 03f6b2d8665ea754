package org.defcore.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.defcore.explain.Explanation;
import org.defcore.explain.ObservedCall;
import org.defcore.guideline.TestId;
import org.defcore.http.message.Exchange;
import org.defcore.result.RunFolder;
import org.defcore.result.RunSource;
import org.defcore.result.TestResult;
import org.defcore.runner.CloudRun;
import org.defcore.runner.Planner;
import org.defcore.runner.Progress;
import org.defcore.runner.Selection;
import org.defcore.runner.SuiteIndex;
import org.defcore.simcloud.kind.Kind;

/** The calls that tests make: read from a run, or seen by running them on the embedded cloud. */
final class RecordedCalls {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** No output: only the evidence of such a run is of interest. */
  private static final Progress SILENT =
      new Progress() {
        @Override
        public void begin(int tests) {}

        @Override
        public void ended(TestResult result) {}

        @Override
        public void end() {}
      };

  private final Installation installation;
  private final SuiteIndex suite;

  RecordedCalls(Installation installation, SuiteIndex suite) {
    this.installation = installation;
    this.suite = suite;
  }

  /** The calls in the evidence of that run. */
  static Map<TestId, List<ObservedCall>> in(RunSource run, List<TestId> tests) {
    Map<TestId, List<ObservedCall>> calls = new TreeMap<>();
    for (TestId test : tests) {
      List<Exchange> evidence = run.evidence(test);
      if (!evidence.isEmpty()) {
        calls.put(test, ObservedCall.in(evidence));
      }
    }
    return calls;
  }

  /** Runs the tests that the suite has, for their evidence alone. */
  Map<TestId, List<ObservedCall>> simulated(Explanation explanation) {
    List<TestId> tests = explanation.implemented();
    if (tests.isEmpty()) {
      return Map.of();
    }
    try (TemporaryFolder folder = TemporaryFolder.make();
        EmbeddedCloud cloud = EmbeddedCloud.start(installation, Kind.VIRTUAL_MACHINE)) {
      RunFolder run = RunFolder.reserve(folder.path());
      Selection selection =
          new Selection(tests.stream().map(TestId::toString).toList(), List.of(), List.of());
      new CloudRun(
              new Planner(installation.catalogue(), suite),
              suite,
              Installation.version(),
              Clock.systemUTC())
          .run(
              cloud.order(explanation.source(), explanation.guideline(), selection, PATIENCE),
              run,
              SILENT);
      return in(run, tests);
    }
  }
}
