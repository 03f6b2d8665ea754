package org.defcore.verdict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.defcore.guideline.Guideline;
import org.defcore.policy.Waiver;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;

/**
 * Tests of a target that the policy waives. A test that several capabilities ask for is waived only
 * if each of them is covered.
 */
final class Waivers {

  /** A test that counts, and the capabilities that ask for it. */
  private record Asked(TestLine line, List<String> capabilities) {

    boolean coveredBy(Waiver waiver) {
      return capabilities.stream().anyMatch(it -> covers(waiver, it));
    }

    boolean covers(Waiver waiver, String capability) {
      return waiver.scope().covers(line.id(), capability);
    }

    boolean passed() {
      return line.outcome() == Outcome.PASSED;
    }
  }

  private final Guideline guideline;
  private final RunRecord run;
  private final ScoringTerms terms;
  private final Map<String, Asked> asked = new LinkedHashMap<>();
  private final Map<String, List<Waiver>> waived = new LinkedHashMap<>();

  Waivers(
      Guideline guideline, List<ScoredCapability> capabilities, RunRecord run, ScoringTerms terms) {
    this.guideline = guideline;
    this.run = run;
    this.terms = terms;
    if (!terms.policy().waivers().isEmpty()) {
      capabilities.forEach(this::ask);
      asked.forEach(this::waive);
    }
  }

  private void ask(ScoredCapability capability) {
    for (TestLine line : capability.tests()) {
      if (line.counted()) {
        asked.put(line.key(), new Asked(line, new ArrayList<>()));
      }
      if (line.counted() || line.counting() == CountingRule.COUNTED_ELSEWHERE) {
        Optional.ofNullable(asked.get(line.key()))
            .ifPresent(it -> it.capabilities().add(capability.name()));
      }
    }
  }

  private void waive(String key, Asked test) {
    if (test.passed()) {
      return;
    }
    List<Optional<Waiver>> covering =
        test.capabilities().stream().map(it -> covering(test, it)).toList();
    if (covering.stream().allMatch(Optional::isPresent)) {
      waived.put(key, covering.stream().flatMap(Optional::stream).distinct().toList());
    }
  }

  private Optional<Waiver> covering(Asked test, String capability) {
    return terms.policy().waivers().stream()
        .filter(it -> test.covers(it, capability) && barred(it).isEmpty())
        .findFirst();
  }

  /** Effect of each waiver of the policy, in its order. */
  List<WaiverEffect> effects() {
    return terms.policy().waivers().stream().map(this::effect).toList();
  }

  private WaiverEffect effect(Waiver waiver) {
    List<String> tests =
        waived.entrySet().stream()
            .filter(it -> it.getValue().contains(waiver))
            .map(Map.Entry::getKey)
            .toList();
    String why = tests.isEmpty() ? barred(waiver).orElseGet(() -> idle(waiver)) : "";
    return new WaiverEffect(waiver, tests, why);
  }

  /** The reason that a waiver does not apply to this run at all. */
  private Optional<String> barred(Waiver waiver) {
    LocalDate day = terms.asOf();
    if (!waiver.inForce(day)) {
      return Optional.of(
          day.isBefore(waiver.from())
              ? "it begins on " + waiver.from() + ", after " + day
              : "it ended on " + waiver.until() + ", before " + day);
    }
    boolean held =
        waiver
            .holder()
            .map(it -> it.equals(run.cloud()) || terms.product().filter(it::equals).isPresent())
            .orElse(true);
    if (!held) {
      return waiver.holder().map(it -> "it is granted to " + it);
    }
    boolean goes = waiver.guidelines().isEmpty() || waiver.guidelines().contains(guideline.id());
    return goes
        ? Optional.empty()
        : Optional.of("it applies to guideline " + String.join(", ", waiver.guidelines()));
  }

  private String idle(Waiver waiver) {
    Map<String, Asked> covered =
        asked.entrySet().stream()
            .filter(it -> it.getValue().coveredBy(waiver))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    if (covered.isEmpty()) {
      return "it covers no required test of this target";
    }
    if (covered.values().stream().allMatch(Asked::passed)) {
      return "all tests that it covers passed";
    }
    return waived.keySet().stream().anyMatch(covered::containsKey)
        ? "another waiver already covers its tests"
        : "its tests are required by another capability as well";
  }
}
