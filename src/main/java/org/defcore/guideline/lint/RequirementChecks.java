package org.defcore.guideline.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Finding;
import org.defcore.guideline.Finding.Severity;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.Requirement;
import org.defcore.guideline.Rule;
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;

/** Checks that required capabilities score enough and can be shown to be met. */
final class RequirementChecks implements Checks {

  @Override
  public List<Finding> check(Subject subject) {
    Guideline guideline = subject.guideline();
    Map<String, Integer> weights = new HashMap<>();
    guideline.annex().criteria().forEach(it -> weights.put(it.key(), it.weight()));
    List<Finding> findings = new ArrayList<>();
    for (Capability capability : required(guideline)) {
      String at = subject.pointer(capability);
      guideline
          .annex()
          .cutoff()
          .ifPresent(cutoff -> checkScore(capability, weights, cutoff, at, findings));
      checkFlags(capability, at, findings);
      checkAdmin(subject, capability, at, findings);
    }
    checkTargets(subject, findings);
    return findings;
  }

  /** Capabilities that any target requires, in file order. */
  private static List<Capability> required(Guideline guideline) {
    Map<String, Capability> required = new LinkedHashMap<>();
    for (Target target : guideline.targets()) {
      for (Requirement requirement : guideline.requirements(target)) {
        if (requirement.status() == Status.REQUIRED) {
          required.put(requirement.capability().name(), requirement.capability());
        }
      }
    }
    return guideline.capabilities().values().stream()
        .filter(it -> required.containsKey(it.name()))
        .toList();
  }

  private static void checkScore(
      Capability capability,
      Map<String, Integer> weights,
      int cutoff,
      String at,
      List<Finding> findings) {
    int score =
        capability.achievements().stream()
            .distinct()
            .mapToInt(it -> weights.getOrDefault(it, 0))
            .sum();
    if (score < cutoff) {
      findings.add(
          odd(
              Rule.BELOW_CUTOFF,
              at,
              "\"%s\" is required and scores %d, below the cutoff of %d"
                  .formatted(capability.name(), score, cutoff)));
    }
  }

  private static void checkFlags(Capability capability, String at, List<Finding> findings) {
    int tests = capability.tests().size();
    if (tests > 0 && capability.tests().stream().allMatch(GuidelineTest::flagged)) {
      findings.add(
          odd(
              Rule.ALL_FLAGGED,
              at,
              "\"%s\" is required, but %s"
                  .formatted(
                      capability.name(),
                      tests == 1
                          ? "its only test is flagged"
                          : "all of its " + tests + " tests are flagged")));
    }
  }

  private static void checkAdmin(
      Subject subject, Capability capability, String at, List<Finding> findings) {
    if (capability.admin()) {
      findings.add(
          odd(
              Rule.ADMIN_REQUIRED,
              at + "/admin",
              "\"" + capability.name() + "\" is required and says that it needs admin rights"));
    }
    subject.eachTest(
        capability,
        (owner, test, pointer) -> {
          if (test.name().contains(".admin.")) {
            findings.add(
                odd(
                    Rule.ADMIN_REQUIRED,
                    pointer.get(),
                    "\"%s\" is required and has a test of the admin API".formatted(owner.name())));
          }
        });
  }

  /** A target with components of another guideline may find there what it requires. */
  private static void checkTargets(Subject subject, List<Finding> findings) {
    Guideline guideline = subject.guideline();
    for (Target target : guideline.targets()) {
      boolean whole = guideline.components().keySet().containsAll(target.components());
      boolean requires =
          guideline.requirements(target).stream().anyMatch(it -> it.status() == Status.REQUIRED);
      if (whole && !requires) {
        findings.add(
            odd(
                Rule.EMPTY_TARGET,
                TargetPlaces.of(subject, target),
                "target \"" + target.key() + "\" requires nothing"));
      }
    }
  }

  private static Finding odd(Rule rule, String pointer, String message) {
    return new Finding(rule, Severity.ODDITY, pointer, message);
  }
}
