package org.defcore.report.guideline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.guideline.Rule;
import org.defcore.guideline.lint.LintFinding;
import org.defcore.guideline.lint.LintReport;

/** Findings of lint as JSON. */
public final class LintJson {

  public JsonNode value(List<LintReport> reports) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (LintReport report : reports) {
      ObjectNode node = list.addObject();
      node.put("guideline", report.name());
      node.put("file", report.file().toString());
      node.put("errors", report.count(Rule.Level.ERROR));
      node.put("warnings", report.count(Rule.Level.WARNING));
      node.put("notes", report.count(Rule.Level.NOTE));
      ArrayNode findings = node.putArray("findings");
      report.findings().forEach(it -> finding(findings.addObject(), it));
    }
    return list;
  }

  public JsonNode rules() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Rule rule : Rule.values()) {
      rule(list.addObject(), rule).put("expected", rule.expected()).put("why", rule.why());
    }
    return list;
  }

  private static void finding(ObjectNode node, LintFinding finding) {
    rule(node, finding.rule());
    node.put("pointer", finding.finding().pointer());
    node.put("line", finding.line());
    node.put("found", finding.finding().message());
    node.put("expected", finding.rule().expected());
    node.put("why", finding.rule().why());
  }

  private static ObjectNode rule(ObjectNode node, Rule rule) {
    return node.put("rule", rule.id()).put("severity", rule.level().word());
  }
}
