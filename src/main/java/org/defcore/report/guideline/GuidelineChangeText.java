package org.defcore.report.guideline;

import java.util.ArrayList;
import java.util.List;
import org.defcore.guideline.diff.ProcessBreach;
import org.defcore.guideline.diff.ProcessRule;
import org.defcore.report.guideline.GuidelineChange.Effect;
import org.defcore.result.Outcome;
import org.defcore.verdict.TestLine;
import org.defcore.verdict.Verdict;
import org.defcore.verdict.VerdictChange;

/** Change of guidelines as text: the differences, then breaches and effect. */
public final class GuidelineChangeText {

  public List<String> lines(GuidelineChange change) {
    List<String> lines = new ArrayList<>(new GuidelineDiffText().lines(change.diff()));
    change.breaches().ifPresent(it -> process(lines, it));
    change.effect().ifPresent(it -> effect(lines, change, it));
    return lines;
  }

  private static void process(List<String> lines, List<ProcessBreach> breaches) {
    lines.add("");
    if (breaches.isEmpty()) {
      lines.add("guideline process: no violations");
      return;
    }
    lines.add("guideline process: violations (" + breaches.size() + ")");
    for (ProcessRule rule : ProcessRule.values()) {
      List<ProcessBreach> broken = breaches.stream().filter(it -> it.rule() == rule).toList();
      if (!broken.isEmpty()) {
        lines.add(
            "  %s (%d): expected that %s: %s"
                .formatted(rule.id(), broken.size(), rule.expected(), rule.why()));
        broken.forEach(it -> lines.add("    " + place(it) + it.found()));
      }
    }
  }

  private static String place(ProcessBreach breach) {
    return breach.pointer().isEmpty() ? "" : breach.guideline() + " " + breach.pointer() + ": ";
  }

  private static void effect(List<String> lines, GuidelineChange change, Effect effect) {
    lines.add("");
    lines.add("effect on run " + effect.run().runId() + " of cloud " + effect.run().cloud());
    if (effect.verdicts().isEmpty()) {
      lines.add("  the guidelines have no target in common");
    }
    for (VerdictChange verdict : effect.verdicts()) {
      lines.add("  " + verdict.to().target().key());
      lines.add("    " + change.diff().from().id() + ": " + words(verdict.from()));
      lines.add("    " + change.diff().to().id() + ": " + words(verdict.to()));
      tests(lines, "now count", verdict.newlyCounted());
      tests(lines, "no longer count", verdict.noLongerCounted());
    }
  }

  private static String words(Verdict verdict) {
    return "%s, %d of %d passed"
        .formatted(verdict.marked().text(), verdict.marked().passed(), verdict.marked().mustPass());
  }

  private static void tests(List<String> lines, String what, List<TestLine> tests) {
    for (Outcome outcome : Outcome.values()) {
      List<TestLine> such = tests.stream().filter(it -> it.outcome() == outcome).toList();
      if (!such.isEmpty()) {
        lines.add("    %s: %d %s".formatted(what, such.size(), outcome.word()));
        such.forEach(it -> lines.add("      " + it.name()));
      }
    }
  }
}
