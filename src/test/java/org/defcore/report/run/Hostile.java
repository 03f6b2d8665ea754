package org.defcore.report.run;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.defcore.capability.Kind;
import org.defcore.capability.Offer;
import org.defcore.guideline.Annex;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Header;
import org.defcore.policy.Mark;
import org.defcore.policy.Policy;
import org.defcore.policy.Waiver;
import org.defcore.policy.Waiver.Scope;
import org.defcore.result.Deviation;
import org.defcore.result.Fact;
import org.defcore.result.Integrity;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;
import org.defcore.result.TestResult;
import org.defcore.result.remark.Remark;
import org.defcore.result.remark.RemarkKind;
import org.defcore.verdict.Scorer;
import org.defcore.verdict.ScoringTerms;

/** A run that died, on a cloud and under a guideline that put markup wherever they can. */
public final class Hostile {

  /** Markup, an end of attribute, an end of CDATA, a template, control characters, turned text. */
  public static final String TEXT =
      "<script>alert(1)</script>\"' onload=x ]]> ${7*7} <#assign x=1> &amp; \u0000\u001b[2J\u202egnp";

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final ScoringTerms TERMS =
      new ScoringTerms(
          new Policy(
              Mark.API_CONTRACT,
              Set.of(Kind.ZONE),
              1,
              List.of(waiver(Scope.of(Sample.id(2)), TEXT), waiver(Scope.ofCapability(TEXT), TEXT)),
              1),
          DAY,
          Offer.EVERYTHING,
          Optional.empty(),
          List.of());

  private Hostile() {}

  private static Waiver waiver(Scope scope, String text) {
    return new Waiver(scope, Optional.of(text), List.of(text), text, text, DAY, DAY);
  }

  public static ReportModel report() {
    Target target = new Target("t", TEXT, Target.Kind.PLATFORM, List.of("c"), List.of());
    GuidelineTest test =
        new GuidelineTest(TEXT, Optional.of(Sample.id(2)), List.of(), Optional.empty());
    GuidelineTest unheard =
        new GuidelineTest(TEXT + "2", Optional.empty(), List.of(), Optional.empty());
    Guideline guideline =
        new Guideline(
            TEXT,
            "2.0",
            "sha256:" + "0".repeat(64),
            "draft",
            Optional.empty(),
            List.of(),
            List.of(target),
            Map.of("c", new Guideline.Component("c", Map.of(Status.REQUIRED, List.of(TEXT)))),
            Map.of(
                TEXT,
                new Capability(
                    TEXT, TEXT, TEXT, false, List.of(), Optional.empty(), List.of(test, unheard))),
            Annex.NONE,
            List.of());
    RunRecord run = run();
    return ReportModel.of(
        run,
        TERMS,
        List.of(new Scorer(List.of(), TERMS).score(guideline, target, run, List.of())),
        List.of(),
        Sample.evidence(exchange()));
  }

  private static RunRecord run() {
    return new RunRecord(
        TEXT,
        TEXT,
        TEXT,
        TEXT,
        TEXT,
        true,
        TEXT,
        Sample.NOON,
        Optional.empty(),
        List.of(new Deviation(TEXT, TEXT)),
        List.of(new Fact(TEXT, TEXT, TEXT)),
        List.of(
            new TestResult(
                Sample.id(2),
                TEXT,
                TEXT,
                Outcome.FAILED,
                "",
                TEXT,
                Optional.of(Sample.NOON),
                Duration.ofSeconds(125),
                Optional.of(0))),
        List.of(new Remark(RemarkKind.FORM, TEXT, TEXT, TEXT, TEXT, TEXT, 0, 1)),
        new Integrity(Optional.empty(), List.of(TEXT)));
  }

  private static Exchange exchange() {
    return new Exchange(
        Sample.NOON,
        Duration.ofMillis(12),
        TEXT,
        TEXT,
        List.of(new Header(TEXT, TEXT)),
        TEXT,
        0,
        List.of(),
        "",
        TEXT);
  }
}
