package org.defcore.store.field;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.defcore.capability.Catalogue;
import org.defcore.capability.Need;
import org.defcore.capability.Offer;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.read.DeclarationReader;
import org.defcore.desk.Installation;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.TestId;
import org.defcore.result.Deviation;
import org.defcore.result.Outcome;
import org.defcore.result.Plan;
import org.defcore.result.PlannedTest;
import org.defcore.result.RunUser;
import org.defcore.runner.Planner;
import org.defcore.runner.Selection;
import org.defcore.runner.SuiteIndex;
import org.defcore.store.field.Field.Visit;

/** Plans of the runs of a field, made by the planner of real ones. */
final class FieldPlans {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final List<String> GUIDELINES =
      List.of("2018.11", "2019.06", "2019.11", "2020.06", "2022.11");
  private static final Map<Need.Kind, Double> LACKING =
      Map.of(
          Need.Kind.SECOND_PROJECT, 0.3,
          Need.Kind.EXTERNAL_NETWORK, 0.1,
          Need.Kind.EXTENSION, 0.06,
          Need.Kind.FEATURE, 0.1,
          Need.Kind.MICROVERSION, 0.08,
          Need.Kind.GUEST_ACCESS, 0.7);

  private static final double BARE = 0.35;

  private final Chance chance;
  private final Installation installation;
  private final Catalogue catalogue;
  private final SuiteIndex suite = SuiteIndex.read();
  private final Map<List<Object>, List<PlannedTest>> offered = new ConcurrentHashMap<>();

  FieldPlans(Chance chance, Installation installation) {
    this.chance = chance;
    this.installation = installation;
    this.catalogue = installation.catalogue();
  }

  /** The peculiarity of a run. */
  enum Sort {
    FULL,
    /** The tests of one service. */
    PARTIAL,
    /** Few tests, with all evidence. */
    EVIDENT,
    /** Another tool's list of passes. */
    IMPORTED
  }

  static Sort sort(Chance chance, Visit visit) {
    if (visit.number() % 100 == 7) {
      return Sort.EVIDENT;
    }
    double share = chance.share("sort", visit.number());
    return share < 0.04 ? Sort.IMPORTED : share < 0.08 ? Sort.PARTIAL : Sort.FULL;
  }

  /**
   * @param declaration of the cloud at that time
   */
  Plan plan(Visit visit, Sort sort, String declaration) {
    FieldCloud cloud = visit.cloud();
    Guideline guideline = installation.guidelines().find(guideline(visit));
    Declaration declared =
        new DeclarationReader()
            .read(declaration.getBytes(StandardCharsets.UTF_8), "declaration.yaml");
    Instant when = visit.when();
    String run =
        sort == Sort.IMPORTED
            ? "imported-%012x".formatted(chance.of("run", visit.number()).nextLong() >>> 16)
            : Plan.RUN_PREFIX + "%s-%06x".formatted(STAMP.format(when), visit.number());
    return new Plan(
        run,
        Installation.version(),
        guideline.id(),
        guideline.contentHash(),
        guideline.target(cloud.objects() ? "platform" : "compute").orElseThrow().key(),
        cloud.name(),
        Optional.empty(),
        Optional.empty(),
        sort == Sort.IMPORTED ? "" : "https://%s.example:5000/v3".formatted(cloud.name()),
        sort == Sort.IMPORTED ? "" : cloud.region(),
        sort == Sort.IMPORTED ? List.of() : List.of(new RunUser(cloud.name(), "p1", "u1")),
        false,
        partial(sort),
        when,
        sort == Sort.IMPORTED ? IMPORTED : List.of(),
        tests(visit, sort, guideline, declared));
  }

  private static final List<Deviation> IMPORTED =
      List.of(
          new Deviation(Deviation.IMPORTED, "results.json, RefStack JSON"),
          new Deviation(
              Deviation.PASSES_ONLY, "results.json lists the tests that passed and no others"));

  private static String partial(Sort sort) {
    return switch (sort) {
      case FULL, IMPORTED -> "";
      case PARTIAL -> "--service compute";
      case EVIDENT -> "--capability identity-v3-api-discovery,images-v2-list";
    };
  }

  /** Old ones die out; a cloud keeps to one for half a year. */
  private String guideline(Visit visit) {
    int half = visit.day().getYear() * 2 + (visit.day().getMonthValue() - 1) / 6;
    double past = (half - 2023 * 2) / 6.0;
    double share = chance.share("guideline", visit.cloud().name(), half);
    double[] weights = {0.08 * (1 - past), 0.08 * (1 - past), 0.1 * (1 - past), 0.3, 0.4 + past};
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double at = share * sum;
    for (int i = 0; i < weights.length; i++) {
      at -= weights[i];
      if (at < 0) {
        return GUIDELINES.get(i);
      }
    }
    return GUIDELINES.get(GUIDELINES.size() - 1);
  }

  private List<PlannedTest> tests(
      Visit visit, Sort sort, Guideline guideline, Declaration declared) {
    Offer offer = declared.offer();
    Selection selection =
        switch (sort) {
          case FULL, IMPORTED -> Selection.ALL;
          case PARTIAL -> new Selection(List.of(), List.of(), List.of("compute"));
          case EVIDENT ->
              new Selection(
                  List.of(), List.of("identity-v3-api-discovery", "images-v2-list"), List.of());
        };
    List<PlannedTest> planned =
        offered.computeIfAbsent(
            List.of(guideline.id(), selection, offer),
            it ->
                new Planner(catalogue, suite, offer).plan(guideline, selection, Optional.empty()));
    return planned.stream()
        .map(it -> sort == Sort.IMPORTED ? asked(it) : decided(it, visit.cloud(), declared))
        .toList();
  }

  /** Nobody but the other tool has decided which tests run. */
  private static PlannedTest asked(PlannedTest test) {
    return test.decided().equals(Optional.of(Outcome.NOT_APPLICABLE))
        ? test
        : new PlannedTest(
            test.id(),
            test.name(),
            test.claim(),
            test.service(),
            test.capabilities(),
            Optional.empty(),
            "",
            "");
  }

  private PlannedTest decided(PlannedTest test, FieldCloud cloud, Declaration declared) {
    if (!test.toRun()) {
      return test;
    }
    return needs(test.id()).stream()
        .filter(it -> lacks(cloud, declared, it))
        .findFirst()
        .map(
            it ->
                test.decidedAs(
                    Outcome.SKIPPED, "no-" + it.kind().word(), "the cloud offers no " + it))
        .orElse(test);
  }

  private List<Need> needs(TestId test) {
    return catalogue.entry(test).orElseThrow().needs();
  }

  private boolean lacks(FieldCloud cloud, Declaration declared, Need need) {
    return need.kind() == Need.Kind.SERVICE
        ? declared.service(need.detail()).isEmpty()
        : chance.share("bare", cloud.product()) < BARE
            && chance.share("lacks", cloud.product(), need.toString())
                < LACKING.getOrDefault(need.kind(), 0.0);
  }

  /** Returns whether it boots a server. */
  boolean boots(TestId test) {
    return catalogue.entry(test).orElseThrow().boots();
  }
}
