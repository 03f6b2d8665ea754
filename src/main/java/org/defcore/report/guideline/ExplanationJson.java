package org.defcore.report.guideline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.defcore.capability.CatalogueEntry;
import org.defcore.explain.Explanation;
import org.defcore.explain.Explanation.ExplainedTest;
import org.defcore.explain.Explanation.Standing;
import org.defcore.report.EnumWord;

/** Explanation of a capability or a test as JSON. */
public final class ExplanationJson {

  public JsonNode value(Explanation explanation) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("kind", EnumWord.of(explanation.subject().kind()));
    root.put("name", explanation.subject().name());
    root.put("description", explanation.subject().description());
    explanation.subject().requiredSince().ifPresent(it -> root.put("required_since", it));
    explanation.firstRequired().ifPresent(it -> root.put("first_required", it));
    ArrayNode standings = root.putArray("guidelines");
    explanation.standings().forEach(it -> standing(standings.addObject(), it));
    root.put("tests_of", explanation.source());
    ArrayNode tests = root.putArray("tests");
    explanation.tests().forEach(it -> test(tests.addObject(), it));
    explanation.callsFrom().ifPresent(it -> root.put("calls_from", it));
    explanation.command().ifPresent(it -> root.put("command", it));
    return root;
  }

  private static void standing(ObjectNode node, Standing standing) {
    node.put("guideline", standing.guideline());
    node.put("approval", standing.approval());
    node.put("required", standing.required());
    ArrayNode words = node.putArray("words");
    standing.words().forEach(words::add);
  }

  private static void test(ObjectNode node, ExplainedTest test) {
    test.id().ifPresent(it -> node.put("id", it.toString()));
    node.put("name", test.name());
    test.flagged().ifPresent(it -> node.put("flagged", it));
    test.entry().ifPresent(it -> entry(node, it));
    test.corrected().ifPresent(it -> node.put("corrected_by", it.id().toString()));
    node.put("implemented", test.claim().isPresent());
    test.claim().ifPresent(it -> node.put("claim", it));
    ArrayNode calls = node.putArray("calls");
    test.calls()
        .forEach(
            it -> {
              ObjectNode call = calls.addObject().put("method", it.method()).put("path", it.path());
              ArrayNode statuses = call.putArray("statuses");
              it.statuses().forEach(statuses::add);
            });
  }

  private static void entry(ObjectNode node, CatalogueEntry entry) {
    node.put("title", entry.title());
    node.put("service", entry.service());
    node.put("basis", entry.basis().word());
    node.put("reason", entry.reason());
    ArrayNode needs = node.putArray("needs");
    entry.needs().forEach(it -> needs.add(it.toString()));
    entry.corrects().ifPresent(it -> node.put("corrects", it.toString()));
    entry.absent().ifPresent(it -> node.put("absent", it));
  }
}
