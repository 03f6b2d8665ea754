package org.defcore.declaration.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.capability.Applicability;
import org.defcore.capability.Basis;
import org.defcore.capability.CatalogueEntry;
import org.defcore.capability.Correction;
import org.defcore.capability.Operation;
import org.defcore.guideline.TestId;
import org.defcore.result.ExtraAttribute;
import org.defcore.result.Fact;
import org.defcore.result.Integrity;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;
import org.defcore.result.TestResult;
import org.junit.jupiter.api.Test;

class OperationFactsTest {

  private static final TestId LOCK = id(1);
  private static final TestId STOP = id(2);

  @Test
  void operationThatNoTestGotDoneIsRefusedInTheWordsOfTheFirst() {
    assertThat(facts(ended(LOCK, Outcome.FAILED), ended(STOP, Outcome.SKIPPED)))
        .containsExactly(
            new Fact("refused.stop-start", "expected 202 but found 403", "test " + LOCK));
  }

  @Test
  void testThatFailsByWhatElseItDoesIsNotForTheOperationOfAnother() {
    assertThat(facts(ended(LOCK, Outcome.FAILED), ended(STOP, Outcome.PASSED)))
        .containsExactly(new Fact("done.stop-start", "done", "test " + STOP));
  }

  @Test
  void testsThatDidNotRunTellNothing() {
    assertThat(facts(ended(LOCK, Outcome.SKIPPED), ended(STOP, Outcome.BLOCKED))).isEmpty();
  }

  @Test
  void attributeTooManyRefusesNothing() {
    List<ExtraAttribute> extras = List.of(new ExtraAttribute("GET /servers/1", "/server/x"));
    TestResult failed = ended(STOP, Outcome.FAILED);

    assertThat(facts(failed.with(extras, Optional.empty()))).isEmpty();
    assertThat(facts(failed.with(extras, Optional.of(ended(STOP, Outcome.PASSED)))))
        .containsExactly(new Fact("done.stop-start", "done", "test " + STOP));
    assertThat(facts(failed.with(extras, Optional.of(ended(STOP, Outcome.FAILED))))).hasSize(1);
  }

  private static List<Fact> facts(TestResult... results) {
    return OperationFacts.withObservation(run(results), List.of(entry(LOCK), entry(STOP)));
  }

  private static TestId id(int number) {
    return TestId.of("00000000-0000-4000-8000-00000000000" + number);
  }

  private static CatalogueEntry entry(TestId id) {
    return new CatalogueEntry(
        id,
        List.of("test_" + id),
        "compute",
        "A server stops.",
        Basis.IMPLEMENTATION,
        "it stops",
        List.of(),
        Optional.empty(),
        new Applicability(Set.of(Operation.STOP_START), Set.of()),
        Correction.NONE,
        Optional.empty());
  }

  private static TestResult ended(TestId id, Outcome outcome) {
    return new TestResult(
        id,
        id.toString(),
        "A server stops",
        outcome,
        "",
        outcome == Outcome.PASSED ? "" : "expected 202 but found 403",
        Optional.of(Instant.EPOCH),
        Duration.ZERO,
        Optional.empty());
  }

  private static RunRecord run(TestResult... results) {
    return new RunRecord(
        "r1",
        "0.1.0",
        "acme",
        "https://acme.example/v3",
        "",
        false,
        "",
        Instant.EPOCH,
        Optional.of(Instant.EPOCH),
        List.of(),
        List.of(),
        List.of(results),
        List.of(),
        Integrity.UNKNOWN);
  }
}
