package org.defcore.foreign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same four results in every format: one passed, one failed, one was skipped, one unknown. */
public final class ForeignSamples {

  public static final String PASSED =
      "tempest.api.compute.flavors.test_flavors.FlavorsV2TestJSON.test_list_flavors";
  public static final String PASSED_ID = "e36c0eaa-dff5-4082-ad1f-3f9a80aa3f59";
  public static final String FAILED =
      "tempest.api.compute.flavors.test_flavors.FlavorsV2TestJSON.test_list_flavors_with_detail";
  public static final String FAILED_ID = "6e85fde4-b3cd-4137-ab72-ed5f418e8c24";
  public static final String SKIPPED =
      "tempest.api.compute.servers.test_create_server.ServersTestJSON.test_host_name_is_same_as_server_name";
  public static final String SKIPPED_ID = "ac1ad47f-984b-4441-9274-c9079b7a0666";
  public static final String UNKNOWN = "acme.tests.TestOwn.test_own";

  private static final String TRACEBACK =
      """
      Traceback (most recent call last):
        File "tempest/api/compute/flavors/test_flavors.py", line 40, in test_list_flavors_with_detail
          flavor = self.flavors_client.show_flavor(self.flavor_ref)
      tempest.lib.exceptions.NotFound: Object not found
      Details: flavor 42
      """;

  private ForeignSamples() {}

  /** By file name, each of another format. */
  public static Map<String, byte[]> all() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("results.subunit", v2());
    all.put("results.v1", bytes(V1));
    all.put("refstack.json", bytes(REFSTACK));
    all.put("rally.json", bytes(RALLY));
    all.put("junit.xml", bytes(JUNIT));
    all.put("sonobuoy.yaml", bytes(SONOBUOY));
    return all;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String named(String name, String id) {
    return name + "[id-" + id + ",smoke]";
  }

  /** Reads one file in a folder. */
  static ForeignSource read(Path folder, String name, byte[] content) {
    try {
      ForeignFile reading = new ForeignFile();
      reading.read(Files.write(folder.resolve(name), content), name);
      return reading.sources().get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] v2() {
    SubunitWriter out = new SubunitWriter();
    for (String test : List.of(named(PASSED, PASSED_ID), named(FAILED, FAILED_ID))) {
      out.begin(test, 100);
      out.file(test, "pythonlogging:''", "text/plain;charset=utf8", "200 GET /v2.1/flavors\n");
      if (test.startsWith(FAILED)) {
        out.file(test, "traceback", "text/x-traceback;charset=utf8", TRACEBACK);
      }
      out.end(test, test.startsWith(FAILED) ? SubunitWriter.FAIL : SubunitWriter.SUCCESS, 101);
    }
    out.begin(named(SKIPPED, SKIPPED_ID), 102);
    out.file(named(SKIPPED, SKIPPED_ID), "reason", "text/plain", "validation is disabled");
    out.end(named(SKIPPED, SKIPPED_ID), SubunitWriter.SKIP, 102);
    out.begin(UNKNOWN, 103);
    out.end(UNKNOWN, SubunitWriter.SUCCESS, 104);
    return out.bytes();
  }

  static final String V1 =
      """
      time: 2026-11-30 12:01:40.000000Z
      tags: worker-0
      test: %1$s[id-%2$s,smoke]
      time: 2026-11-30 12:01:41.000000Z
      successful: %1$s[id-%2$s,smoke] [ multipart
      Content-Type: text/plain;charset=utf8
      pythonlogging:''
      16\r
      200 GET /v2.1/flavors
      0\r
      ]
      time: 2026-11-30 12:01:40.000000Z
      test: %3$s[id-%4$s,smoke]
      time: 2026-11-30 12:01:41.000000Z
      failure: %3$s[id-%4$s,smoke] [
      %5$s]
      test: %6$s[id-%7$s,smoke]
      skip: %6$s[id-%7$s,smoke] [
      validation is disabled
      ]
      test: %8$s
      success: %8$s
      """
          .formatted(PASSED, PASSED_ID, FAILED, FAILED_ID, TRACEBACK, SKIPPED, SKIPPED_ID, UNKNOWN);

  static final String REFSTACK =
      """
      {"cpid": "4f9f4ac5b6c14ee4a2b2f5ee2a0e1f27", "duration_seconds": 4, "results": [
        {"name": "%s", "uuid": "%s"},
        {"name": "%s"}]}
      """
          .formatted(PASSED, PASSED_ID, UNKNOWN);

  static final String RALLY =
      """
      {"verifications": {"v-1": {"status": "finished", "started_at": "2026-11-30T12:01:40"}},
       "tests": {
        "%s[id-%s,smoke]": {"name": "%1$s", "tags": ["id-%2$s", "smoke"],
          "by_verification": {"v-1": {"status": "success", "duration": "1.000"}}},
        "%s[id-%s]": {"name": "%3$s", "tags": ["id-%4$s"],
          "by_verification": {"v-1": {"status": "fail", "duration": "1.000", "details": "%s"}}},
        "%s[id-%s]": {"name": "%6$s", "tags": [],
          "by_verification": {"v-1": {"status": "skip", "duration": "0", "details": "validation is disabled"}}},
        "%s": {"name": "%8$s", "tags": [],
          "by_verification": {"v-1": {"status": "success", "duration": "1"}}}}}
      """
          .formatted(
              PASSED,
              PASSED_ID,
              FAILED,
              FAILED_ID,
              TRACEBACK.replace("\"", "\\\"").replace("\n", "\\n"),
              SKIPPED,
              SKIPPED_ID,
              UNKNOWN);

  static final String JUNIT =
      """
      <testsuite errors="0" failures="1" name="" tests="4" time="2" timestamp="2026-11-30T12:01:40">
      <testcase classname="%s" name="test_list_flavors[id-%s,smoke]" time="1.000"/>
      <testcase classname="%1$s" name="test_list_flavors_with_detail[id-%s,smoke]" time="1.000">
      <failure type="testtools.testresult.real._StringException">%s</failure>
      </testcase>
      <testcase classname="%s" name="%s[id-%s]" time="0.000">
      <skipped>validation is disabled</skipped>
      </testcase>
      <testcase classname="acme.tests.TestOwn" name="test_own" time="1.0"></testcase>
      </testsuite>
      """
          .formatted(
              PASSED.substring(0, PASSED.lastIndexOf('.')),
              PASSED_ID,
              FAILED_ID,
              TRACEBACK,
              SKIPPED.substring(0, SKIPPED.lastIndexOf('.')),
              SKIPPED.substring(SKIPPED.lastIndexOf('.') + 1),
              SKIPPED_ID);

  static final String SONOBUOY =
      """
      name: tempest
      status: failed
      meta:
        type: summary
      items:
      - name: results.xml
        status: failed
        items:
        - name: %s[id-%s,smoke]
          status: passed
        - name: %s[id-%s,smoke]
          status: failed
          details:
            failure: "tempest.lib.exceptions.NotFound: Object not found Details: flavor 42"
        - name: %s[id-%s,smoke]
          status: skipped
          details:
            skipped: validation is disabled
        - name: %s
          status: passed
      """
          .formatted(PASSED, PASSED_ID, FAILED, FAILED_ID, SKIPPED, SKIPPED_ID, UNKNOWN);
}
