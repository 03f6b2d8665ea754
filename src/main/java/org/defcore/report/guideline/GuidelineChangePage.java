package org.defcore.report.guideline;

import java.util.List;
import java.util.Optional;
import org.defcore.guideline.Flag;
import org.defcore.guideline.Status;
import org.defcore.guideline.diff.GuidelineDiff;
import org.defcore.guideline.diff.GuidelineDiff.FlagChange;
import org.defcore.guideline.diff.GuidelineDiff.StatusChange;
import org.defcore.guideline.diff.ProcessBreach;
import org.defcore.guideline.diff.ProcessRule;
import org.defcore.report.Page;
import org.defcore.report.run.ReportModel;

/** Page of a change of guidelines. */
public final class GuidelineChangePage implements Page {

  private final GuidelineChange change;

  public GuidelineChangePage(GuidelineChange change) {
    this.change = change;
  }

  @Override
  public String template() {
    return "guideline-change.ftlh";
  }

  /** Breaches of one rule. */
  public record Broken(ProcessRule rule, List<ProcessBreach> breaches) {

    public Broken {
      breaches = List.copyOf(breaches);
    }
  }

  /** A kind of change to flags. */
  public record Flags(String title, List<FlagChange> changes) {

    public Flags {
      changes = List.copyOf(changes);
    }
  }

  public GuidelineDiff diff() {
    return change.diff();
  }

  public String unofficial() {
    return ReportModel.UNOFFICIAL;
  }

  public Optional<GuidelineChange.Effect> effect() {
    return change.effect();
  }

  public Optional<List<ProcessBreach>> breaches() {
    return change.breaches();
  }

  /** Breaches by rule; rules that were kept are left out. */
  public List<Broken> broken() {
    List<ProcessBreach> breaches = change.breaches().orElse(List.of());
    return List.of(ProcessRule.values()).stream()
        .map(rule -> new Broken(rule, breaches.stream().filter(it -> it.rule() == rule).toList()))
        .filter(it -> !it.breaches().isEmpty())
        .toList();
  }

  /** Kinds of changes to flags that there are. */
  public List<Flags> flags() {
    List<FlagChange> changes = diff().tests().flags();
    return List.of(
            new Flags("Tests flagged", changes.stream().filter(it -> it.from().isEmpty()).toList()),
            new Flags(
                "Tests no longer flagged",
                changes.stream().filter(it -> it.to().isEmpty()).toList()),
            new Flags(
                "Tests flagged for another reason",
                changes.stream()
                    .filter(it -> it.from().isPresent() && it.to().isPresent())
                    .toList()))
        .stream()
        .filter(it -> !it.changes().isEmpty())
        .toList();
  }

  public String status(Optional<Status> status) {
    return status.map(Status::word).orElse("not listed");
  }

  /** The class that colours a change of status: what becomes required stands out. */
  public String tone(StatusChange status) {
    return status.to().filter(Status.REQUIRED::equals).isPresent() ? "bad" : "open";
  }

  public String said(String value) {
    return value.isEmpty() ? "none" : value;
  }

  /** The reason, which begins with the code where there is one. */
  public String words(Flag flag) {
    return flag.reason().isEmpty() ? "no reason given" : flag.reason();
  }
}
