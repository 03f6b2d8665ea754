package org.defcore.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.result.Outcome.FAILED;
import static org.defcore.result.Outcome.PASSED;
import static org.defcore.verdict.Rules.COMPUTE;
import static org.defcore.verdict.Rules.TERMS;
import static org.defcore.verdict.Rules.TWO_TESTS;
import static org.defcore.verdict.Rules.entry;
import static org.defcore.verdict.Rules.result;
import static org.defcore.verdict.Rules.run;
import static org.defcore.verdict.VerdictStatus.CONFORMANT;
import static org.defcore.verdict.VerdictStatus.INCONCLUSIVE;
import static org.defcore.verdict.VerdictStatus.NOTHING_REQUIRED;
import static org.defcore.verdict.VerdictStatus.NOT_CONFORMANT;

import java.util.List;
import org.defcore.capability.Basis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Column of the tests that rest on the API contract alone. */
final class ApiColumnTest {

  @ParameterizedTest
  @CsvSource({
    "API_CONTRACT, NOT_CONFORMANT, 2, 0",
    "INSTANCE_LIFECYCLE, NOT_CONFORMANT, 2, 0",
    "GUEST_ACCESS, CONFORMANT, 1, 1",
    "IMPLEMENTATION, CONFORMANT, 1, 1"
  })
  void apiColumnCountsOnlyWhatRestsOnTheApi(
      Basis basis, VerdictStatus word, int mustPass, int outside) {
    Scorer scorer = new Scorer(List.of(entry(1, Basis.API_CONTRACT), entry(2, basis)), TERMS);

    Verdict verdict =
        scorer.score(TWO_TESTS, COMPUTE, run(result(1, PASSED), result(2, FAILED)), List.of());

    assertThat(verdict.full().status()).isEqualTo(NOT_CONFORMANT);
    assertThat(verdict.apiContract().status()).isEqualTo(word);
    assertThat(verdict.apiContract().mustPass()).isEqualTo(mustPass);
    assertThat(verdict.outsideApiContract()).hasSize(outside);
  }

  @Test
  void apiColumnWithoutTestsRequiresNothing() {
    Scorer scorer =
        new Scorer(List.of(entry(1, Basis.IMPLEMENTATION), entry(2, Basis.GUEST_ACCESS)), TERMS);

    Verdict verdict =
        scorer.score(TWO_TESTS, COMPUTE, run(result(1, PASSED), result(2, PASSED)), List.of());

    assertThat(verdict.full().status()).isEqualTo(CONFORMANT);
    assertThat(verdict.apiContract().status()).isEqualTo(NOTHING_REQUIRED);
    assertThat(verdict.apiContract().reasons())
        .containsExactly("no required test depends on the API contract alone");
  }

  @Test
  void apiColumnIsInconclusiveWhereABasisIsUnknown() {
    Scorer scorer = new Scorer(List.of(entry(1, Basis.API_CONTRACT)), TERMS);

    Verdict verdict =
        scorer.score(TWO_TESTS, COMPUTE, run(result(1, PASSED), result(2, PASSED)), List.of());

    assertThat(verdict.full().status()).isEqualTo(CONFORMANT);
    assertThat(verdict.apiContract().status()).isEqualTo(INCONCLUSIVE);
    assertThat(verdict.apiContract().reasons())
        .containsExactly("the catalogue has no basis for 1 required test");
  }
}
