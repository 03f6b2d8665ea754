package org.defcore.report.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.capability.Kind;
import org.defcore.policy.Policy;
import org.defcore.policy.Waiver;
import org.defcore.report.Json;
import org.defcore.result.remark.RemarkKind;
import org.defcore.verdict.Column;
import org.defcore.verdict.ScoringTerms;
import org.defcore.verdict.Verdict;
import org.defcore.verdict.WaiverEffect;

/** The policy and its effect on a verdict as JSON. */
final class PolicyJson {

  private PolicyJson() {}

  static void policy(ObjectNode node, ScoringTerms terms) {
    Policy policy = terms.policy();
    node.put("content_hash", policy.contentHash());
    node.put("mark", policy.mark().word());
    Json.strings(node, "kinds", policy.kinds().stream().map(Kind::word).toList());
    node.put("flaky_allowance", policy.flakyAllowance());
    if (policy.skippedAllowance() > 0) {
      node.put("skipped_allowance", policy.skippedWords());
    }
    node.put("window", policy.window());
    Json.strings(node, "remarks", policy.remarks().stream().map(RemarkKind::word).toList());
    node.put("as_of", terms.asOf().toString());
    terms.offer().kind().ifPresent(it -> node.put("declared_kind", it.word()));
  }

  /** Skipped tests that are no failure; no key if there are none. */
  static void skips(ObjectNode node, Column column) {
    if (column.skippedExcused() > 0) {
      node.put("skipped_excused", column.skippedExcused());
    }
  }

  static void waivers(ObjectNode node, Verdict verdict) {
    List<WaiverEffect> all = verdict.waivers();
    Json.objects(
        node,
        "used",
        all.stream().filter(WaiverEffect::used).toList(),
        (child, it) -> {
          waiver(child, it.waiver());
          Json.strings(child, "tests", it.tests());
        });
    Json.objects(
        node,
        "unused",
        all.stream().filter(it -> !it.used()).toList(),
        (child, it) -> {
          waiver(child, it.waiver());
          child.put("why", it.why());
        });
  }

  private static void waiver(ObjectNode node, Waiver waiver) {
    node.put(waiver.scope().extent().word(), waiver.scope().name());
    waiver.holder().ifPresent(it -> node.put("for", it));
    Json.strings(node, "guidelines", waiver.guidelines());
    node.put("reason", waiver.reason());
    node.put("granted_by", waiver.grantedBy());
    node.put("from", waiver.from().toString());
    node.put("until", waiver.until().toString());
  }
}
