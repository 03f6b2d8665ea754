package org.defcore.verdict;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;
import org.defcore.guideline.Status;
import org.defcore.result.Deviation;
import org.defcore.result.RunRecord;
import org.defcore.result.remark.Remark;
import org.defcore.verdict.Verdict.Undefined;

/** Turns the lines of a target into its columns. */
final class ColumnScorer {

  private final List<TestLine> counted;
  private final List<Undefined> withheld;
  private final boolean requiresCapabilities;
  private final String partial;
  private final PolicyAllowance allowance;
  private final List<Remark> remarks;
  private final boolean passesOnly;

  /**
   * @param remarks those that count as failures
   */
  ColumnScorer(
      List<ScoredCapability> capabilities,
      List<Undefined> undefined,
      RunRecord run,
      PolicyAllowance allowance,
      List<Remark> remarks) {
    this.counted =
        capabilities.stream().flatMap(it -> it.tests().stream()).filter(TestLine::counted).toList();
    this.withheld = undefined.stream().filter(it -> it.status() == Status.REQUIRED).toList();
    this.requiresCapabilities =
        capabilities.stream().anyMatch(it -> it.status() == Status.REQUIRED);
    this.partial = run.partial();
    this.passesOnly = Deviation.isAmong(run.deviations(), Deviation.PASSES_ONLY);
    this.allowance = allowance;
    this.remarks = List.copyOf(remarks);
  }

  Column full(Prerequisites prerequisites) {
    String none =
        requiresCapabilities
            ? "no test counts: every required test is flagged"
            : "no capability is required";
    ColumnBuilder draft = new ColumnBuilder(counted, none, allowance);
    limit(draft, prerequisites, Verdict::full);
    return draft.column();
  }

  Column apiContract(Prerequisites prerequisites) {
    String none =
        counted.isEmpty()
            ? "no required test counts"
            : "no required test depends on the API contract alone";
    List<TestLine> lines = counted.stream().filter(TestLine::restsOnTheApi).toList();
    ColumnBuilder draft = new ColumnBuilder(lines, none, allowance);
    long unknown = counted.stream().filter(it -> it.basis().isEmpty()).count();
    if (unknown > 0) {
      draft.unsettle("the catalogue has no basis for %s".formatted(ColumnBuilder.tests(unknown)));
    }
    limit(draft, prerequisites, Verdict::apiContract);
    return draft.column();
  }

  private void limit(
      ColumnBuilder draft, Prerequisites prerequisites, Function<Verdict, Column> column) {
    if (passesOnly) {
      draft.explainPassesOnly();
    }
    if (!partial.isEmpty()) {
      draft.lower(VerdictStatus.INCONCLUSIVE, "the run left tests out: " + partial);
    }
    if (!remarks.isEmpty()) {
      String kinds =
          remarks.stream().map(it -> it.kind().word()).distinct().sorted().collect(joining(", "));
      draft.lower(
          VerdictStatus.NOT_CONFORMANT,
          "%d remark%s of kinds that count as failures by the policy: %s"
              .formatted(remarks.size(), remarks.size() == 1 ? "" : "s", kinds));
    }
    for (String component : prerequisites.components()) {
      draft.standOn(component, prerequisites.column(component, column));
    }
    for (Undefined undefined : withheld) {
      draft.withhold("the guideline requires " + undefined.name() + " but does not define it");
    }
  }
}
