package org.defcore.report.guideline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Finding;
import org.defcore.guideline.Flag;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.Requirement;
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;
import org.defcore.guideline.TestSelection;
import org.defcore.guideline.library.GuidelineLibrary;
import org.defcore.report.EnumWord;

/** Guidelines, their tests and findings as JSON. */
public final class GuidelineJson {

  private final JsonNodeFactory nodes = JsonNodeFactory.instance;

  public JsonNode list(List<GuidelineLibrary.Entry> entries) {
    ArrayNode list = nodes.arrayNode();
    for (GuidelineLibrary.Entry entry : entries) {
      ObjectNode node = list.addObject().put("name", entry.name());
      node.put("group", EnumWord.of(entry.group()));
      node.put("usable", entry.guideline().isPresent());
      entry.guideline().ifPresent(it -> head(it, node));
      node.set("findings", findings(entry.findings()));
    }
    return list;
  }

  public JsonNode show(Guideline guideline) {
    ObjectNode node = nodes.objectNode();
    head(guideline, node);
    guideline.annex().targetApproval().ifPresent(it -> node.put("target_approval", it));
    guideline.replaces().ifPresent(it -> node.put("replaces", it));
    guideline.annex().cutoff().ifPresent(it -> node.put("cutoff_score", it));
    guideline.annex().madeFrom().ifPresent(it -> node.set("origin", strings(it.sentences())));
    ArrayNode targets = nodes.arrayNode();
    guideline.targets().forEach(it -> targets.add(target(guideline, it)));
    node.set("targets", targets);
    ArrayNode capabilities = node.putArray("capabilities");
    guideline.capabilities().values().forEach(it -> capabilities.add(capability(it)));
    node.set("oddities", findings(guideline.oddities()));
    return node;
  }

  public JsonNode tests(List<TestSelection.Selected> tests) {
    ArrayNode list = nodes.arrayNode();
    for (TestSelection.Selected test : tests) {
      ObjectNode node = list.addObject().put("name", test.name());
      test.id().ifPresent(it -> node.put("id", it.toString()));
      node.set("names", strings(test.names()));
      node.put("status", test.status().word());
      node.put("flagged", test.flagged());
      node.set("capabilities", strings(test.capabilities()));
    }
    return list;
  }

  public ObjectNode validate(String name, List<Finding> findings) {
    ObjectNode node = nodes.objectNode().put("name", name);
    node.put("usable", findings.stream().noneMatch(GuidelineText::isError));
    node.set("findings", findings(findings));
    return node;
  }

  private void head(Guideline guideline, ObjectNode node) {
    node.put("id", guideline.id());
    node.put("schema", guideline.schema());
    node.put("status", guideline.approval());
    node.put("content_hash", guideline.contentHash());
    node.set("releases", strings(guideline.releases()));
    node.set("targets", strings(guideline.targets().stream().map(Target::key).toList()));
  }

  private ObjectNode target(Guideline guideline, Target target) {
    ObjectNode node = nodes.objectNode().put("key", target.key()).put("title", target.title());
    node.put("kind", EnumWord.of(target.kind()));
    node.set("components", strings(target.components()));
    node.set("prerequisites", strings(target.prerequisites()));
    List<Requirement> requirements = guideline.requirements(target);
    for (Status status : Status.values()) {
      GuidelineFigures figures = GuidelineFigures.of(guideline, target, status);
      ObjectNode part = node.putObject(status.word());
      part.put("tests", figures.tests()).put("flagged", figures.flagged());
      part.put("counted", figures.counted());
      part.set(
          "capabilities",
          strings(
              requirements.stream()
                  .filter(it -> it.status() == status)
                  .map(it -> it.capability().name())
                  .toList()));
    }
    return node;
  }

  private ObjectNode capability(Capability capability) {
    ObjectNode node = nodes.objectNode().put("name", capability.name());
    node.put("project", capability.project()).put("description", capability.description());
    node.put("admin", capability.admin());
    capability.requiredSince().ifPresent(it -> node.put("required_since", it));
    node.set("achievements", strings(capability.achievements()));
    node.put("tests", capability.tests().size());
    ArrayNode flags = node.putArray("flagged");
    for (GuidelineTest test : capability.tests()) {
      test.flag().ifPresent(it -> flags.add(flag(test.name(), it)));
    }
    return node;
  }

  private ObjectNode flag(String test, Flag flag) {
    ObjectNode node = nodes.objectNode().put("test", test);
    flag.code().ifPresent(it -> node.put("code", it));
    node.put("reason", flag.reason()).put("action", flag.action());
    flag.date().ifPresent(it -> node.put("date", it.toString()));
    return node;
  }

  private ArrayNode findings(List<Finding> findings) {
    ArrayNode list = nodes.arrayNode();
    for (Finding finding : findings) {
      list.addObject()
          .put("severity", EnumWord.of(finding.severity()))
          .put("pointer", finding.pointer())
          .put("message", finding.message());
    }
    return list;
  }

  private ArrayNode strings(List<String> values) {
    ArrayNode list = nodes.arrayNode();
    values.forEach(list::add);
    return list;
  }
}
