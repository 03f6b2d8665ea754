package org.defcore.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.defcore.capability.Kind;
import org.defcore.guideline.TestId;
import org.defcore.policy.Waiver.Scope;
import org.junit.jupiter.api.Test;

class PolicyTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  private static final TestId TEST = TestId.of("6f8e4436-fc96-4282-8122-e41df57197a9");
  private static final Waiver ONE = waiver(Scope.of(TEST), Optional.empty(), DAY);
  private static final Waiver TWO = waiver(Scope.ofCapability("servers"), Optional.of("acme"), DAY);

  private static Waiver waiver(Scope scope, Optional<String> holder, LocalDate until) {
    return new Waiver(scope, holder, List.of("2020.06"), "reason", "the board", DAY, until);
  }

  private static Policy policy(Mark mark, Set<Kind> kinds, int flaky, List<Waiver> all, int last) {
    return new Policy(mark, kinds, flaky, all, last);
  }

  @Test
  void hashDependsOnEveryChoice() {
    Set<Kind> kinds = Policy.USUAL.kinds();
    List<String> hashes =
        Stream.of(
                Policy.USUAL,
                policy(Mark.API_CONTRACT, kinds, 0, List.of(), 2),
                policy(Mark.FULL, Set.of(Kind.ZONE), 0, List.of(), 2),
                policy(Mark.FULL, kinds, 1, List.of(), 2),
                policy(Mark.FULL, kinds, 0, List.of(ONE), 2),
                policy(Mark.FULL, kinds, 0, List.of(TWO), 2),
                policy(
                    Mark.FULL,
                    kinds,
                    0,
                    List.of(waiver(ONE.scope(), ONE.holder(), DAY.plusDays(1))),
                    2),
                policy(Mark.FULL, kinds, 0, List.of(), 3))
            .map(Policy::contentHash)
            .toList();

    assertThat(hashes).doesNotHaveDuplicates().allMatch(it -> it.matches("sha256:[0-9a-f]{64}"));
  }

  @Test
  void hashDoesNotDependOnTheOrderThatAFileHas() {
    Set<Kind> one = new LinkedHashSet<>(List.of(Kind.ZONE, Kind.BARE_METAL));
    Set<Kind> other = new LinkedHashSet<>(List.of(Kind.BARE_METAL, Kind.ZONE));

    assertThat(policy(Mark.FULL, one, 0, List.of(ONE, TWO), 2).contentHash())
        .isEqualTo(policy(Mark.FULL, other, 0, List.of(TWO, ONE, TWO), 2).contentHash());
  }

  @Test
  void waiverIsInForceFromItsFirstToItsLastDay() {
    Waiver waiver = waiver(ONE.scope(), Optional.empty(), DAY.plusDays(1));

    assertThat(waiver.inForce(DAY.minusDays(1))).isFalse();
    assertThat(waiver.inForce(DAY)).isTrue();
    assertThat(waiver.inForce(DAY.plusDays(1))).isTrue();
    assertThat(waiver.inForce(DAY.plusDays(2))).isFalse();
  }

  @Test
  void testIsCoveredWhereverItStandsAndACapabilityOnlyAsFarAsItGoes() {
    assertThat(ONE.scope().covers(Optional.of(TEST), "volumes")).isTrue();
    assertThat(ONE.scope().covers(Optional.empty(), "volumes")).isFalse();
    assertThat(TWO.scope().covers(Optional.empty(), "servers")).isTrue();
    assertThat(TWO.scope().covers(Optional.of(TEST), "volumes")).isFalse();
  }
}
