package org.defcore.report.guideline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.guideline.diff.ProcessBreach;
import org.defcore.report.guideline.GuidelineChange.Effect;
import org.defcore.verdict.TestLine;
import org.defcore.verdict.Verdict;
import org.defcore.verdict.VerdictChange;

/**
 * Change of guidelines as JSON: {@code process} and {@code run} are there if they were asked for.
 */
public final class GuidelineChangeJson {

  public JsonNode value(GuidelineChange change) {
    ObjectNode node = new GuidelineDiffJson().value(change.diff());
    change
        .breaches()
        .ifPresent(
            it -> {
              ArrayNode list = node.putArray("process");
              it.forEach(breach -> breach(list.addObject(), breach));
            });
    change.effect().ifPresent(it -> effect(node.putObject("run"), it));
    return node;
  }

  private static void breach(ObjectNode node, ProcessBreach breach) {
    node.put("rule", breach.rule().id());
    node.put("guideline", breach.guideline());
    node.put("pointer", breach.pointer());
    node.put("found", breach.found());
    node.put("expected", breach.rule().expected());
    node.put("why", breach.rule().why());
  }

  private static void effect(ObjectNode node, Effect effect) {
    node.put("id", effect.run().runId());
    node.put("cloud", effect.run().cloud());
    ArrayNode targets = node.putArray("targets");
    for (VerdictChange verdict : effect.verdicts()) {
      ObjectNode target = targets.addObject();
      target.put("target", verdict.to().target().key());
      verdict(target.putObject("from"), verdict.from());
      verdict(target.putObject("to"), verdict.to());
      tests(target.putArray("newly_counted"), verdict.newlyCounted());
      tests(target.putArray("no_longer_counted"), verdict.noLongerCounted());
    }
  }

  private static void verdict(ObjectNode node, Verdict verdict) {
    node.put("verdict", verdict.marked().text());
    node.put("must_pass", verdict.marked().mustPass());
    node.put("passed", verdict.marked().passed());
    node.put("failed", verdict.marked().failed());
    node.put("missing", verdict.marked().missing());
  }

  private static void tests(ArrayNode list, List<TestLine> tests) {
    for (TestLine test : tests) {
      ObjectNode node = list.addObject();
      test.id().ifPresent(it -> node.put("id", it.toString()));
      node.put("name", test.name());
      node.put("outcome", test.outcome().word());
      node.put("reason", test.reason());
    }
  }
}
