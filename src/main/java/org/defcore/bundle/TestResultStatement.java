package org.defcore.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import org.defcore.http.json.StrictJson;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;
import org.defcore.result.TestResult;
import org.defcore.verdict.Verdict;
import org.defcore.verdict.VerdictStatus;

/**
 * A run and its verdict as an in-toto statement, {@code test-result} v0.1, about the sums of the
 * bundle. That form has three results and three lists of tests:
 *
 * <table>
 *   <caption>Outcomes</caption>
 *   <tr><td>passed</td><td>passedTests</td></tr>
 *   <tr><td>flaky</td><td>warnedTests</td></tr>
 *   <tr><td>failed, error</td><td>failedTests</td></tr>
 *   <tr><td>skipped, blocked, not-applicable, not-run, not-implemented</td>
 *       <td>none of these: {@code defcore.unsettledTests}, which others ignore</td></tr>
 * </table>
 *
 * <table>
 *   <caption>Verdicts</caption>
 *   <tr><td>conformant, with an open mark and no asterisk</td><td>PASSED</td></tr>
 *   <tr><td>conformant otherwise: by waivers, with flaky tests, or of a run that bears no mark, as of
 *       a simulated cloud</td><td>WARNED</td></tr>
 *   <tr><td>not-conformant, inconclusive, nothing-required</td><td>FAILED</td></tr>
 * </table>
 */
public final class TestResultStatement {

  private static final String TYPE = "https://in-toto.io/Statement/v1";
  private static final String PREDICATE = "https://in-toto.io/attestation/test-result/v0.1";

  private TestResultStatement() {}

  private enum TestList {
    PASSED("passedTests"),
    WARNED("warnedTests"),
    FAILED("failedTests"),
    UNSETTLED("unsettledTests");

    private final String key;

    TestList(String key) {
      this.key = key;
    }

    static TestList of(Outcome outcome) {
      return switch (outcome) {
        case PASSED -> PASSED;
        case FLAKY -> WARNED;
        case FAILED, ERROR -> FAILED;
        case SKIPPED, BLOCKED, NOT_APPLICABLE, NOT_RUN, NOT_IMPLEMENTED -> UNSETTLED;
      };
    }
  }

  /**
   * The statement, the same for the same bundle.
   *
   * @param bundle with that run
   */
  public static String of(Bundle bundle, RunRecord run, Verdict verdict) {
    ObjectNode root = StrictJson.MAPPER.createObjectNode().put("_type", TYPE);
    descriptor(root.putArray("subject"), Sums.FILE, bundle.sums());
    root.put("predicateType", PREDICATE);
    ObjectNode predicate = root.putObject("predicate").put("result", word(verdict));
    ArrayNode configuration = predicate.putArray("configuration");
    bundle.sums().keySet().stream()
        .filter(TestResultStatement::decides)
        .forEach(it -> descriptor(configuration, it, bundle.sums()));
    tests(predicate, TestList.PASSED, run.results());
    tests(predicate, TestList.WARNED, run.results());
    tests(predicate, TestList.FAILED, run.results());
    ObjectNode own = predicate.putObject("defcore");
    own.put("verdict", verdict.status().word());
    own.put("asterisk", verdict.marked().asterisk());
    own.put("guideline", verdict.guideline().id()).put("target", verdict.target().key());
    own.put("cloud", run.cloud()).put("simulated", run.simulated());
    own.put("partial", !run.partial().isEmpty());
    tests(own, TestList.UNSETTLED, run.results());
    return BundleFacts.text(root);
  }

  private static boolean decides(String part) {
    return part.startsWith("public/guidelines/") || part.equals("public/run/plan.json");
  }

  private static void descriptor(ArrayNode list, String part, SortedMap<String, String> sums) {
    list.addObject().put("name", part).putObject("digest").put("sha256", sums.get(part));
  }

  private static void tests(ObjectNode node, TestList list, List<TestResult> results) {
    ArrayNode ids = node.putArray(list.key);
    results.stream()
        .filter(it -> TestList.of(it.outcome()) == list)
        .map(it -> it.id().toString())
        .sorted()
        .forEach(ids::add);
  }

  static String word(Verdict verdict) {
    if (verdict.status() != VerdictStatus.CONFORMANT) {
      return "FAILED";
    }
    boolean plain = verdict.barriers().isEmpty() && !verdict.marked().asterisk();
    return plain && verdict.flakyCounted().isEmpty() ? "PASSED" : "WARNED";
  }
}
