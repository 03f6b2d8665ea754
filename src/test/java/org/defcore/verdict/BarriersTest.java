package org.defcore.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.result.Outcome.PASSED;
import static org.defcore.verdict.Rules.COMPUTE;
import static org.defcore.verdict.Rules.capability;
import static org.defcore.verdict.Rules.guideline;
import static org.defcore.verdict.Rules.id;
import static org.defcore.verdict.Rules.name;
import static org.defcore.verdict.Rules.required;
import static org.defcore.verdict.Rules.result;
import static org.defcore.verdict.Rules.run;
import static org.defcore.verdict.Rules.test;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.capability.Basis;
import org.defcore.capability.CatalogueEntry;
import org.defcore.capability.Kind;
import org.defcore.capability.Offer;
import org.defcore.guideline.Approval;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;
import org.defcore.policy.Mark;
import org.defcore.policy.Policy;
import org.junit.jupiter.api.Test;

/** Reasons that a conformant verdict cannot carry the mark. */
class BarriersTest {

  private static final Guideline GUIDELINE =
      guideline(required("servers"), capability("servers", test(1)));
  private static final List<Approval> APPROVALS =
      List.of(
          approval("2019.06", "", 2019, 6),
          approval("2021.11", "", 2021, 11),
          approval("2022.11", "", 2022, 11),
          approval("dns.2023.11", "dns", 2023, 11));

  private static Approval approval(String id, String series, int year, int month) {
    return new Approval(id, series, LocalDate.of(year, month, 1));
  }

  private static CatalogueEntry entry(String service) {
    return new CatalogueEntry(
        id(1), List.of(name(1)), service, "t", Basis.API_CONTRACT, "", List.of());
  }

  private static List<String> barriers(Set<Kind> admitted, Optional<Kind> declared) {
    Policy policy = new Policy(Mark.FULL, admitted, 0, List.of(), 2);
    return barriers(entry("compute"), policy, "2020-06-01", declared);
  }

  private static List<String> barriers(int window, String day) {
    Policy policy = new Policy(Mark.FULL, Policy.USUAL.kinds(), 0, List.of(), window);
    return barriers(entry("compute"), policy, day, Optional.of(Kind.VIRTUAL_MACHINE));
  }

  private static List<String> barriers(
      CatalogueEntry entry, Policy policy, String day, Optional<Kind> declared) {
    ScoringTerms terms =
        new ScoringTerms(
            policy,
            LocalDate.parse(day),
            new Offer(declared, Set.of()),
            Optional.empty(),
            APPROVALS);
    Verdict verdict =
        new Scorer(List.of(entry), terms)
            .score(GUIDELINE, COMPUTE, run(result(1, PASSED)), List.of());
    assertThat(verdict.status()).isEqualTo(VerdictStatus.CONFORMANT);
    return verdict.barriers();
  }

  @Test
  void guidelineOutsideTheWindowCannotCarryTheMark() {
    assertThat(barriers(2, "2021-11-30")).isEmpty();
    assertThat(barriers(2, "2022-10-31")).isEmpty();
    assertThat(barriers(2, "2022-11-01"))
        .containsExactly(
            "guideline 2020.06 is not among the latest 2 approved by 2022-11-01: 2022.11,"
                + " 2021.11");
    assertThat(barriers(1, "2021-11-30"))
        .containsExactly(
            "guideline 2020.06 is not among the latest 1 approved by 2021-11-30: 2021.11");
    assertThat(barriers(3, "2026-01-01")).isEmpty();
  }

  @Test
  void guidelineThatWasNotApprovedYetCannotCarryTheMark() {
    assertThat(barriers(2, "2020-05-31"))
        .containsExactly("guideline 2020.06 was not yet approved on 2020-05-31");
    assertThat(barriers(2, "2020-06-01")).isEmpty();
  }

  @Test
  void kindThatIsNotAdmittedCannotCarryTheMark() {
    assertThat(barriers(Set.of(Kind.VIRTUAL_MACHINE), Optional.of(Kind.VIRTUAL_MACHINE))).isEmpty();
    assertThat(barriers(Set.of(Kind.VIRTUAL_MACHINE), Optional.of(Kind.ZONE)))
        .containsExactly(
            "servers are declared to be of the kind zone; the policy accepts virtual-machine");
    assertThat(barriers(Set.of(Kind.VIRTUAL_MACHINE, Kind.ZONE), Optional.of(Kind.ZONE))).isEmpty();
    assertThat(barriers(Set.of(Kind.ZONE, Kind.BARE_METAL), Optional.empty()))
        .containsExactly("no kind of compute is declared; the policy accepts zone or bare-metal");
  }

  @Test
  void kindOfComputeDoesNotMatterToObjectStorage() {
    assertThat(barriers(entry("object-store"), Policy.USUAL, "2020-06-01", Optional.of(Kind.ZONE)))
        .isEmpty();
  }

  @Test
  void kindOfComputeMattersToWhatStandsOnThePlatform() {
    Target dns = new Target("dns", "DNS", Target.Kind.ADD_ON, List.of("dns"), List.of("compute"));
    Guideline addOn =
        guideline(
            List.of(dns),
            List.of(new Guideline.Component("dns", required("zones"))),
            capability("zones", test(1)));
    ScoringTerms terms =
        new ScoringTerms(
            Policy.USUAL, LocalDate.of(2020, 6, 1), Offer.EVERYTHING, Optional.empty(), List.of());

    assertThat(
            new Scorer(List.of(entry("dns")), terms)
                .score(addOn, dns, run(result(1, PASSED)), List.of())
                .barriers())
        .contains("no kind of compute is declared; the policy accepts virtual-machine");
  }
}
