package org.defcore.verdict;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.defcore.capability.CatalogueEntry;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.Requirement;
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;
import org.defcore.result.RunRecord;
import org.defcore.result.remark.Remark;
import org.defcore.verdict.Barriers.Subject;
import org.defcore.verdict.Verdict.Undefined;

/**
 * Scores runs against one target; all that is the same for every run is found once. Safe for use by
 * many threads.
 */
public final class TargetScorer {

  private static final String COMPUTE = "compute";

  private final CatalogueIndex catalogue;
  private final Guideline guideline;
  private final Target target;
  private final List<Requirement> requirements;
  private final List<Undefined> undefined;
  private final List<GuidelineTest> tests;

  TargetScorer(CatalogueIndex catalogue, Guideline guideline, Target target) {
    if (!guideline.targets().contains(target)) {
      throw new IllegalArgumentException(
          "guideline %s: expected a target among %s but found \"%s\""
              .formatted(guideline.id(), keys(guideline), target.key()));
    }
    this.catalogue = catalogue;
    this.guideline = guideline;
    this.target = target;
    this.requirements =
        guideline.requirements(target).stream()
            .sorted(Comparator.comparing(Requirement::status))
            .toList();
    this.undefined = undefined(guideline, target);
    this.tests =
        guideline.capabilities().values().stream().flatMap(it -> it.tests().stream()).toList();
  }

  /**
   * The verdict on a run, beside that where extra attributes are bypassed.
   *
   * @param others verdicts of the same run that may cover the target's prerequisites; those that do
   *     not are ignored
   * @throws IllegalArgumentException if the run has two results of one id
   */
  public Verdict score(RunRecord run, List<Verdict> others, ScoringTerms terms) {
    List<Verdict> bypassed = others.stream().map(it -> it.bypassing().orElse(it)).toList();
    return view(run, others, terms).beside(run.bypassing().map(it -> view(it, bypassed, terms)));
  }

  private Verdict view(RunRecord run, List<Verdict> others, ScoringTerms terms) {
    List<ScoredCapability> capabilities =
        new CapabilityScorer(new ResultMatcher(catalogue, run.results(), tests))
            .score(requirements);
    List<WaiverEffect> waivers = new Waivers(guideline, capabilities, run, terms).effects();
    ColumnScorer columns =
        new ColumnScorer(
            capabilities,
            undefined,
            run,
            new PolicyAllowance(waivers, terms.policy()),
            counting(run, capabilities, terms));
    Prerequisites prerequisites = new Prerequisites(target.prerequisites(), others);
    Verdict verdict =
        new Verdict(
            guideline,
            target,
            terms.policy().mark(),
            columns.full(prerequisites),
            columns.apiContract(prerequisites),
            capabilities,
            undefined,
            waivers,
            List.of(),
            Optional.empty());
    return verdict.withBarriers(
        new Barriers(guideline, terms).of(run, verdict.marked(), subject(verdict)));
  }

  /** Remarks on the services of the tests that count, of kinds that the policy counts. */
  private List<Remark> counting(
      RunRecord run, List<ScoredCapability> capabilities, ScoringTerms terms) {
    List<Remark> remarks =
        run.remarks().stream().filter(it -> terms.policy().remarks().contains(it.kind())).toList();
    if (remarks.isEmpty()) {
      return List.of();
    }
    Set<String> services =
        capabilities.stream()
            .flatMap(it -> it.tests().stream())
            .filter(TestLine::counted)
            .flatMap(it -> service(it).stream())
            .collect(Collectors.toSet());
    return remarks.stream().filter(it -> services.contains(it.service())).toList();
  }

  private Optional<String> service(TestLine line) {
    return line.id().flatMap(catalogue::entry).map(CatalogueEntry::service);
  }

  /** A target with prerequisites is about compute, too. */
  private Subject subject(Verdict verdict) {
    boolean compute =
        verdict.counted().stream().anyMatch(it -> service(it).filter(COMPUTE::equals).isPresent());
    return compute || !verdict.target().prerequisites().isEmpty() ? Subject.COMPUTE : Subject.OTHER;
  }

  private static String keys(Guideline guideline) {
    return guideline.targets().stream().map(Target::key).collect(Collectors.joining(", "));
  }

  private static List<Undefined> undefined(Guideline guideline, Target target) {
    Set<Undefined> names = new HashSet<>();
    for (String name : target.components()) {
      Guideline.Component component = guideline.components().get(name);
      if (component == null) {
        names.add(new Undefined(Status.REQUIRED, name));
        continue;
      }
      component
          .capabilities()
          .forEach(
              (status, listed) ->
                  listed.stream()
                      .filter(it -> !guideline.capabilities().containsKey(it))
                      .forEach(it -> names.add(new Undefined(status, it))));
    }
    return names.stream()
        .sorted(Comparator.comparing(Undefined::status).thenComparing(Undefined::name))
        .toList();
  }
}
