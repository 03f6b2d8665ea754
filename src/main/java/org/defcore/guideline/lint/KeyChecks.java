package org.defcore.guideline.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.defcore.guideline.EditDistance;
import org.defcore.guideline.Finding;
import org.defcore.guideline.Finding.Severity;
import org.defcore.guideline.Pointers;
import org.defcore.guideline.Rule;

/**
 * Unknown keys that look like misspelt known ones. Checks only objects with a closed set of keys,
 * and leaves out keys that the reader itself understands.
 */
final class KeyChecks implements Checks {

  private static final int NEAR = 2;
  private static final Set<String> CAPABILITY =
      Set.of(
          "achievements",
          "acheivements",
          "admin",
          "description",
          "descriptin",
          "flagged",
          "guidelines",
          "name",
          "project",
          "required_since",
          "required-since",
          "require-since",
          "status",
          "tests");
  private static final Set<String> TEST =
      Set.of("aliases", "flag", "flagged", "idempotent_id", "idempotent-id");
  private static final Set<String> FLAG = Set.of("action", "date", "reason");
  private static final Set<String> STATUSES =
      Set.of(
          "advisory",
          "capabilities",
          "deprecated",
          "depricated",
          "designated_sections",
          "removed",
          "required");

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    subject
        .document()
        .path("components")
        .properties()
        .forEach(
            it -> {
              String at = Pointers.to("/components", it.getKey());
              checkKeys(it.getValue(), at, STATUSES, findings);
              checkKeys(
                  it.getValue().path("capabilities"), at + "/capabilities", STATUSES, findings);
            });
    subject
        .document()
        .path("capabilities")
        .properties()
        .forEach(
            it ->
                checkCapability(
                    it.getValue(), Pointers.to("/capabilities", it.getKey()), findings));
    return findings;
  }

  private static void checkCapability(JsonNode capability, String at, List<Finding> findings) {
    checkKeys(capability, at, CAPABILITY, findings);
    capability
        .path("tests")
        .properties()
        .forEach(it -> checkTest(it.getValue(), Pointers.to(at + "/tests", it.getKey()), findings));
  }

  private static void checkTest(JsonNode test, String at, List<Finding> findings) {
    checkKeys(test, at, TEST, findings);
    checkKeys(test.path("flagged"), at + "/flagged", FLAG, findings);
    if (test.has("flagged") && test.has("flag")) {
      findings.add(
          new Finding(
              Rule.FLAG_TWICE,
              Severity.ODDITY,
              at + "/flag",
              "this test has \"flagged\", too: \"flag\" is not read"));
    }
  }

  private static void checkKeys(
      JsonNode object, String at, Set<String> known, List<Finding> findings) {
    for (var member : object.properties()) {
      String key = member.getKey();
      if (!known.contains(key)) {
        new TreeSet<>(known)
            .stream()
                .filter(it -> EditDistance.between(key, it) <= NEAR)
                .findFirst()
                .ifPresent(
                    it ->
                        findings.add(
                            new Finding(
                                Rule.LOST_KEY,
                                Severity.ODDITY,
                                Pointers.to(at, key),
                                "\"" + key + "\" is not read: was \"" + it + "\" meant?")));
      }
    }
  }
}
