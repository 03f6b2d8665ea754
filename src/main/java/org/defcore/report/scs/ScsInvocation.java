package org.defcore.report.scs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;
import org.defcore.verdict.TestLine;
import org.defcore.verdict.Verdict;

/**
 * The run as the call of a test tool, as which the monitor keeps it. Everybody sees those lines of
 * {@code stdout} that end with a result and those of {@code stderr} that begin with {@code
 * WARNING}; the others are for the operators of the monitor and the subject itself.
 *
 * @param rc exit code
 * @param info number of such lines, as of the three after it
 * @param results by the ids of test cases
 */
record ScsInvocation(
    String id,
    String cmd,
    int rc,
    List<String> stdout,
    List<String> stderr,
    int info,
    int warning,
    int error,
    int critical,
    Map<String, Integer> results) {

  static ScsInvocation of(
      RunRecord run, Verdict verdict, Map<String, ScsResult> cases, String command) {
    List<String> warnings = warnings(run, verdict);
    List<String> deviations =
        run.deviations().stream()
            .map(it -> line("INFO: deviation " + it.what() + ": " + it.detail()))
            .toList();
    Map<String, Integer> results = new LinkedHashMap<>();
    cases.forEach((id, result) -> results.put(id, result.number()));
    return new ScsInvocation(
        run.runId(),
        command,
        switch (cases.values().iterator().next()) {
          case PASS -> 0;
          case FAIL -> 1;
          case ABORT -> 3;
        },
        stdout(verdict, cases),
        Stream.concat(warnings.stream(), deviations.stream()).toList(),
        deviations.size(),
        warnings.size(),
        0,
        0,
        results);
  }

  private static List<String> stdout(Verdict verdict, Map<String, ScsResult> cases) {
    List<String> lines = new ArrayList<>();
    cases.forEach((id, result) -> lines.add(id + ": " + result));
    verdict.counted().stream()
        .filter(it -> it.outcome() != Outcome.PASSED)
        .map(ScsInvocation::reason)
        .forEach(lines::add);
    return lines;
  }

  /** A line that never ends with a result, whatever the reason says. */
  private static String reason(TestLine test) {
    String code = test.code().isEmpty() ? "" : " " + test.code();
    return line(
        "%s [%s]: %s (%s%s)"
            .formatted(test.name(), test.key(), test.reason(), test.outcome().word(), code));
  }

  private static List<String> warnings(RunRecord run, Verdict verdict) {
    List<String> words = new ArrayList<>();
    if (run.simulated()) {
      words.add("the cloud is simulated, which proves nothing about a real one");
    }
    if (run.imported()) {
      words.add("the results were imported: another tool ran the tests");
    }
    if (!run.integrity().problems().isEmpty()) {
      words.add("not all files of the run are reliable");
    }
    words.addAll(verdict.full().reasons());
    return words.stream().map(it -> line("WARNING: " + it)).toList();
  }

  private static String line(String words) {
    return words.replaceAll("\\s+", " ");
  }
}
