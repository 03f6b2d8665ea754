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
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;
import org.defcore.result.RunRecord;
import org.defcore.result.remark.Remark;
import org.defcore.verdict.Barriers.Subject;
import org.defcore.verdict.Verdict.Undefined;

/** Scores a run against guidelines; the same input gives the same verdict, always. */
public final class Scorer {

  private static final String COMPUTE = "compute";

  private final CatalogueIndex catalogue;
  private final ScoringTerms terms;

  /**
   * @param catalogue every test that the program knows, each once
   */
  public Scorer(List<CatalogueEntry> catalogue, ScoringTerms terms) {
    this(new CatalogueIndex(catalogue), terms);
  }

  private Scorer(CatalogueIndex catalogue, ScoringTerms terms) {
    this.catalogue = catalogue;
    this.terms = terms;
  }

  /** The same with other terms, as for another run. */
  public Scorer under(ScoringTerms others) {
    return new Scorer(catalogue, others);
  }

  /**
   * The verdict of one target, beside that where extra attributes are bypassed.
   *
   * @param target one of the guideline's own
   * @param others verdicts of the same run that may cover the target's prerequisites; those that do
   *     not are ignored
   * @throws IllegalArgumentException if the target is another guideline's, or the run has two
   *     results of one id
   */
  public Verdict score(Guideline guideline, Target target, RunRecord run, List<Verdict> others) {
    if (!guideline.targets().contains(target)) {
      throw new IllegalArgumentException(
          "guideline %s: expected a target among %s but found \"%s\""
              .formatted(guideline.id(), keys(guideline), target.key()));
    }
    List<Verdict> bypassed = others.stream().map(it -> it.bypassing().orElse(it)).toList();
    return view(guideline, target, run, others)
        .beside(run.bypassing().map(it -> view(guideline, target, it, bypassed)));
  }

  private Verdict view(Guideline guideline, Target target, RunRecord run, List<Verdict> others) {
    List<ScoredCapability> capabilities =
        new CapabilityScorer(new ResultMatcher(catalogue, run.results(), tests(guideline)))
            .score(guideline.requirements(target));
    List<Undefined> undefined = undefined(guideline, target);
    List<WaiverEffect> waivers = new Waivers(guideline, capabilities, run, terms).effects();
    ColumnScorer columns =
        new ColumnScorer(
            capabilities,
            undefined,
            run,
            new PolicyAllowance(waivers, terms.policy()),
            counting(run, capabilities));
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
  private List<Remark> counting(RunRecord run, List<ScoredCapability> capabilities) {
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

  private static List<GuidelineTest> tests(Guideline guideline) {
    return guideline.capabilities().values().stream().flatMap(it -> it.tests().stream()).toList();
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
