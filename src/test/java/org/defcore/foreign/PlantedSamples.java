package org.defcore.foreign;

import static org.defcore.foreign.ForeignSamples.FAILED;
import static org.defcore.foreign.ForeignSamples.FAILED_ID;
import static org.defcore.foreign.ForeignSamples.PASSED_ID;
import static org.defcore.foreign.ForeignSamples.SKIPPED;
import static org.defcore.foreign.ForeignSamples.SKIPPED_ID;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Results in every format with a secret at each place that may hold text, and nothing beside it
 * that tells that it is one.
 */
public final class PlantedSamples {

  public static final String SECRET = "Pl4ntedS3cret";

  private PlantedSamples() {}

  /** By file name, each of another format. */
  public static Map<String, byte[]> all() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("results.subunit", v2());
    all.put("results.v1", planted(V1));
    all.put("refstack.json", planted(REFSTACK));
    all.put("rally.json", planted(RALLY));
    all.put("junit.xml", planted(JUNIT));
    all.put("sonobuoy.yaml", planted(SONOBUOY));
    return all;
  }

  private static byte[] planted(String text) {
    return ForeignSamples.bytes(text.replace("@@", SECRET));
  }

  private static byte[] v2() {
    SubunitWriter out = new SubunitWriter();
    String passed = SECRET + ".B.test_" + SECRET + "[id-" + PASSED_ID + "," + SECRET + "]";
    out.begin(passed, 100);
    out.file(passed, SECRET, "text/plain;charset=" + SECRET, SECRET);
    out.end(passed, SubunitWriter.SUCCESS, 101);
    String failed = FAILED + "[id-" + FAILED_ID + "](" + SECRET + ")";
    out.begin(failed, 100);
    out.file(failed, "traceback", "text/x-traceback", "T\n  File\n" + SECRET + ": " + SECRET);
    out.end(failed, SubunitWriter.FAIL, 101);
    out.begin(SKIPPED, 100);
    out.file(SKIPPED, "reason", "text/plain", SECRET);
    out.end(SKIPPED, SubunitWriter.SKIP, 101);
    out.end("setUpClass (" + SECRET + ".B)", SubunitWriter.FAIL, 101);
    return out.bytes();
  }

  private static final String V1 =
      """
      tags: @@
      time: 2026-11-30 12:01:40.000000Z
      test: @@.B.test_@@[id-%s,@@]
      successful: @@.B.test_@@[id-%1$s,@@] [ multipart
      Content-Type: text/plain;charset=@@
      @@
      d\r
      @@0\r
      ]
      test: %s[id-%s](@@)
      failure: %2$s[id-%3$s](@@) [
      @@
      ]
      test: %s[id-%s,@@]
      skip: %4$s[id-%5$s,@@] [
      @@
      ]
      """
          .formatted(PASSED_ID, FAILED, FAILED_ID, SKIPPED, SKIPPED_ID);

  private static final String REFSTACK =
      """
      {"cpid": "@@", "duration_seconds": 4, "@@": "@@", "results": [
        {"name": "@@.B.test_@@", "uuid": "%s", "@@": "@@"},
        {"name": "%s[id-%s,@@](@@)", "uuid": "%3$s"}, "@@", "%s (@@)"]}
      """
          .formatted(PASSED_ID, FAILED, FAILED_ID, SKIPPED);

  private static final String RALLY =
      """
      {"verifications": {"v": {"status": "@@", "started_at": "2026-11-30T12:01:40", "@@": "@@"}},
       "tests": {
        "@@.B.test_@@[id-%s,@@]": {"name": "@@", "tags": ["@@"],
          "by_verification": {"v": {"status": "success", "duration": "@@"}}},
        "%s": {"name": "@@", "tags": ["id-%s", "@@"],
          "by_verification": {"v": {"status": "fail", "duration": "1", "details": "T\\n@@"}}},
        "%s[id-%s](@@)": {"name": "%4$s", "tags": [],
          "by_verification": {"v": {"status": "skip", "duration": "0", "details": "@@"}}}}}
      """
          .formatted(PASSED_ID, FAILED, FAILED_ID, SKIPPED, SKIPPED_ID);

  private static final String JUNIT =
      """
      <testsuites name="@@"><!-- @@ --><testsuite name="defcore @@" timestamp="2026-11-30T12:01:40">
      <properties>
      <property name="harness" value="@@"/><property name="@@" value="@@"/>
      </properties>
      <testcase classname="@@.B" name="test_@@[id-%s,@@]" time="@@">
      <system-out>@@</system-out><system-err>@@</system-err>
      </testcase>
      <testcase classname="%s" name="%s[id-%s](@@)" time="1.000" file="@@">
      <failure type="@@" message="@@">@@</failure>
      </testcase></testsuite>
      <testsuite name="@@">
      <testcase classname="%s" name="%s[id-%s]" time="0.000">
      <skipped message="@@">@@</skipped>
      </testcase></testsuite></testsuites>
      """
          .formatted(
              PASSED_ID,
              FAILED.substring(0, FAILED.lastIndexOf('.')),
              FAILED.substring(FAILED.lastIndexOf('.') + 1),
              FAILED_ID,
              SKIPPED.substring(0, SKIPPED.lastIndexOf('.')),
              SKIPPED.substring(SKIPPED.lastIndexOf('.') + 1),
              SKIPPED_ID);

  private static final String SONOBUOY =
      """
      name: "@@"
      status: failed
      meta: {type: "@@"}
      items:
      - name: "@@"
        status: "@@"
        items:
        - name: "@@.B.test_@@[id-%s,@@]"
          status: passed
          details: {output: "@@"}
        - name: "%s[id-%s](@@)"
          status: "@@"
          details: {failure: "@@", "@@": "@@"}
        - name: "%s[id-%s]"
          status: skipped
          details: {skipped: "@@"}
      """
          .formatted(PASSED_ID, FAILED, FAILED_ID, SKIPPED, SKIPPED_ID);
}
