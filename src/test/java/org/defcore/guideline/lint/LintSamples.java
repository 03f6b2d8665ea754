package org.defcore.guideline.lint;

/** Guidelines without fault, in the newest and in the oldest schema. */
final class LintSamples {

  static final String CLEAN =
      """
      {
        "metadata": {
          "id": "2030.01",
          "schema": "2.0",
          "source": "https://example.org/2030.01.json",
          "reference": "https://example.org",
          "os_trademark_approval": {
            "target_approval": "2030.01", "status": "draft", "releases": ["zed"]
          },
          "scoring": {
            "cutoff_score": 74,
            "criteria": {
              "deployed": {"name": "Widely Deployed", "description": "d", "weight": 60},
              "doc": {"name": "Well Documented", "description": "d", "weight": 40}
            }
          }
        },
        "platforms": {
          "OpenStack Powered Compute": {
            "description": "d",
            "components": [{"name": "os_powered_compute"}]
          }
        },
        "components": {
          "os_powered_compute": {
            "capabilities": {
              "required": ["one", "two"],
              "advisory": ["three"],
              "deprecated": [],
              "removed": []
            },
            "designated_sections": {
              "required": [], "advisory": [], "deprecated": [], "removed": []
            }
          }
        },
        "capabilities": {
          "one": {
            "achievements": ["deployed", "doc"],
            "admin": false, "description": "d", "project": "nova", "required_since": "2018.02",
            "tests": {
              "tempest.a": {
                "idempotent_id": "id-00000000-0000-0000-0000-000000000001",
                "aliases": ["tempest.x"],
                "flagged": {"reason": "[D400] needs admin rights", "action": "do", "date": "2029-01-01"}
              },
              "tempest.b": {"idempotent_id": "id-00000000-0000-0000-0000-000000000002"}
            }
          },
          "two": {
            "achievements": ["deployed", "doc"],
            "admin": false, "description": "d", "project": "nova", "required_since": "2018.02",
            "tests": {
              "tempest.c": {
                "idempotent_id": "id-00000000-0000-0000-0000-000000000003",
                "aliases": ["tempest.y"]
              }
            }
          },
          "three": {
            "achievements": [],
            "admin": false, "description": "d", "project": "nova", "required_since": "2018.02",
            "tests": {
              "tempest.d": {"idempotent_id": "id-00000000-0000-0000-0000-000000000004"}
            }
          }
        },
        "designated_sections": {},
        "test_repositories": {
          "tempest": {"repository": "https://example.org/t", "reference": "r", "description": "d"}
        }
      }
      """;

  static final String LISTED =
      """
      {"id": "2015.03", "schema": "1.2", "status": "approved", "releases": ["juno"],
       "platform": {"required": ["compute"], "advisory": [], "deprecated": [], "removed": []},
       "components": {"compute": {"required": ["one"]}},
       "capabilities": {"one": {"achievements": [], "admin": false, "description": "d",
         "project": "nova", "name": "one",
         "tests": ["a",
                   "b"], "flagged": ["b"]}}}
      """;

  private LintSamples() {}
}
