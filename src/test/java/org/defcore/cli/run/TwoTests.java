package org.defcore.cli.run;

/** A guideline of two required tests. */
final class TwoTests {

  private TwoTests() {}

  /** The file of guideline 2030.01, a draft. */
  static String guideline(String project, String first, String second) {
    return file(
        "\"compute\"",
        component("compute", "c"),
        capability("c", project, "\"t1\": " + test(first) + ", \"t2\": " + test(second)));
  }

  /** The same with the first test for the target compute and the second for the target object. */
  static String ofTwoTargets(String project, String first, String second) {
    return file(
        "\"compute\", \"object\"",
        component("compute", "c") + ", " + component("object", "d"),
        capability("c", project, "\"t1\": " + test(first))
            + ", "
            + capability("d", project, "\"t2\": " + test(second)));
  }

  private static String file(String platform, String components, String capabilities) {
    return """
        {"id": "2030.01", "schema": "1.6", "status": "draft", "releases": ["zed"],
         "platform": {"required": [%s]}, "components": {%s}, "capabilities": {%s}}
        """
        .formatted(platform, components, capabilities);
  }

  private static String component(String name, String capability) {
    return """
        "%s": {"required": ["%s"], "advisory": [], "deprecated": [], "removed": []}"""
        .formatted(name, capability);
  }

  private static String capability(String name, String project, String tests) {
    return """
        "%s": {"achievements": [], "admin": false, "description": "d", "name": "C",
         "project": "%s", "tests": {%s}}"""
        .formatted(name, project, tests);
  }

  private static String test(String id) {
    return "{\"idempotent_id\": \"id-%s\"}".formatted(id);
  }
}
