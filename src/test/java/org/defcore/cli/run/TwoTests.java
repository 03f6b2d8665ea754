package org.defcore.cli.run;

/** A guideline of two required tests. */
final class TwoTests {

  private TwoTests() {}

  /** The file of guideline 2030.01, a draft. */
  static String guideline(String project, String first, String second) {
    return """
        {"id": "2030.01", "schema": "1.6", "status": "draft", "releases": ["zed"],
         "platform": {"required": ["compute"]},
         "components": {"compute": {"required": ["c"], "advisory": [], "deprecated": [],
           "removed": []}},
         "capabilities": {"c": {"achievements": [], "admin": false, "description": "d", "name": "C",
           "project": "%s", "tests": {
             "t1": {"idempotent_id": "id-%s"},
             "t2": {"idempotent_id": "id-%s"}}}}}
        """
        .formatted(project, first, second);
  }
}
