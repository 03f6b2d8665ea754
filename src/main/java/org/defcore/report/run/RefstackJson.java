package org.defcore.report.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.defcore.report.Json;
import org.defcore.result.Outcome;
import org.defcore.result.RunException;
import org.defcore.result.RunRecord;
import org.defcore.result.TestResult;

/**
 * Writes what refstack-client uploads by RefStack's API v1: the tests that passed, and no others. A
 * flaky one has not passed. The cloud is named as refstack-client names it where the catalogue does
 * not: by the MD5 sum of the host of the identity endpoint.
 */
final class RefstackJson {

  /** The word before the id of a simulated cloud: the format has no other place to say so. */
  private static final String SIMULATED = "simulated-";

  /**
   * The whole document; the same model gives the same bytes.
   *
   * @throws RunException if no test passed, as RefStack takes no such result
   */
  String render(ReportModel report) {
    RunRecord run = report.run();
    List<TestResult> passed =
        run.results().stream()
            .filter(it -> it.outcome() == Outcome.PASSED)
            .sorted(Comparator.comparing(TestResult::name).thenComparing(TestResult::id))
            .toList();
    if (passed.isEmpty()) {
      throw new RunException(
          "run %s: expected a test that passed but found none: RefStack takes no such result"
              .formatted(run.runId()));
    }
    ObjectNode root = Json.object();
    root.put("cpid", (run.simulated() ? SIMULATED : "") + cloud(run));
    root.put(
        "duration_seconds",
        run.finished().map(it -> Duration.between(run.started(), it).toSeconds()).orElse(0L));
    Json.objects(
        root,
        "results",
        passed,
        (node, it) -> node.put("name", it.name()).put("uuid", it.id().toString()));
    return Json.text(root);
  }

  private static String cloud(RunRecord run) {
    try {
      String host = new URI(run.authUrl()).getHost();
      return md5(host == null ? run.cloud() : host);
    } catch (URISyntaxException e) {
      return md5(run.cloud());
    }
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has MD5", e);
    }
  }
}
