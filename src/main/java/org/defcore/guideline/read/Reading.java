package org.defcore.guideline.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.defcore.guideline.Finding;
import org.defcore.guideline.Finding.Severity;
import org.defcore.guideline.Rule;

/** Collects the findings of one pass over one file, so that no reader has to stop at the first. */
final class Reading {

  private final List<Finding> findings = new ArrayList<>();

  JsonPlace root(JsonNode document) {
    return new JsonPlace(this, "", document);
  }

  void error(Rule rule, String pointer, String message) {
    findings.add(new Finding(rule, Severity.ERROR, pointer, message));
  }

  void oddity(Rule rule, String pointer, String message) {
    findings.add(new Finding(rule, Severity.ODDITY, pointer, message));
  }

  /** The findings in the order of reading. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  List<Finding> errors() {
    return ofSeverity(Severity.ERROR);
  }

  List<Finding> oddities() {
    return ofSeverity(Severity.ODDITY);
  }

  private List<Finding> ofSeverity(Severity severity) {
    return findings.stream().filter(it -> it.severity() == severity).toList();
  }
}
