package org.defcore.report.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.capability.Kind;
import org.defcore.capability.Offer;
import org.defcore.policy.Mark;
import org.defcore.policy.Policy;
import org.defcore.policy.Waiver;
import org.defcore.policy.Waiver.Scope;
import org.defcore.verdict.ScoringTerms;

/** Terms that the sample is scored by. */
public final class SampleTerms {

  /** A waiver that lets a test off, one that is out of date, and a flaky test that may count. */
  public static final ScoringTerms TERMS =
      new ScoringTerms(
          new Policy(
              Mark.FULL,
              Set.of(Kind.VIRTUAL_MACHINE, Kind.SYSTEM_CONTAINER),
              1,
              List.of(
                  waiver(Scope.ofCapability("identity-v3-list-projects"), 2027),
                  waiver(Scope.of(Sample.id(2)), 2025)),
              2),
          LocalDate.of(2026, 11, 22),
          new Offer(Optional.of(Kind.SYSTEM_CONTAINER), Set.of()),
          Optional.empty(),
          List.of());

  private SampleTerms() {}

  private static Waiver waiver(Scope scope, int lastYear) {
    return new Waiver(
        scope,
        Optional.of("acme"),
        List.of("2020.06"),
        "the release that corrects it is under way",
        "the board",
        LocalDate.of(2025, 1, 1),
        LocalDate.of(lastYear, 12, 31));
  }
}
