package org.defcore.report.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.defcore.capability.Basis;
import org.defcore.declaration.Statement;
import org.defcore.declaration.compare.ComparedFact.Standing;
import org.defcore.declaration.compare.ObservedRelease;
import org.defcore.guideline.Status;
import org.defcore.report.BasisPhrase;
import org.defcore.report.EnumWord;
import org.defcore.report.InlineScript;
import org.defcore.report.OutcomeMeaning;
import org.defcore.report.Page;
import org.defcore.report.declaration.DeclaredConfiguration;
import org.defcore.result.Integrity;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;
import org.defcore.verdict.Column;
import org.defcore.verdict.ScoredCapability;
import org.defcore.verdict.TestLine;
import org.defcore.verdict.Verdict;

/** Page of a report: words, anchors and groups. */
public final class ReportPage implements Page {

  private static final InlineScript SCRIPT = InlineScript.named("report.js");

  private final ReportModel report;
  private final Map<String, TestReport> byKey;
  private final Anchors anchors;

  public ReportPage(ReportModel report) {
    this.report = report;
    this.byKey = report.byKey();
    this.anchors = new Anchors(report.verdicts());
  }

  @Override
  public String template() {
    return "report.ftlh";
  }

  /** Tests of one outcome and one code. */
  public record Group(List<TestLine> tests) {

    public Group {
      tests = List.copyOf(tests);
    }
  }

  public RunRecord run() {
    return report.run();
  }

  public List<String> notices() {
    return report.notices();
  }

  public Optional<String> remarkWords() {
    return report.remarkWords();
  }

  public ObservedRelease release() {
    return report.release();
  }

  public PolicyText policy() {
    return new PolicyText(report.terms());
  }

  public Optional<DeclaredConfiguration> declared() {
    return report.declared();
  }

  /** The declaration line by line; nothing if there is none. */
  public List<Statement> statements() {
    return report.declared().map(it -> Statement.of(it.declaration())).orElse(List.of());
  }

  public String word(Standing standing) {
    return EnumWord.of(standing);
  }

  public String symbol(Standing standing) {
    return switch (standing) {
      case MATCH -> "✓";
      case MISMATCH -> "✗";
      case UNOBSERVABLE -> "?";
    };
  }

  /** The class that colours a standing. */
  public String tone(Standing standing) {
    return switch (standing) {
      case MATCH -> "good";
      case MISMATCH -> "bad";
      case UNOBSERVABLE -> "open";
    };
  }

  public List<Verdict> verdicts() {
    return report.verdicts();
  }

  public List<TestReport> tests() {
    return report.tests();
  }

  public TestReport test(TestLine line) {
    TestReport test = byKey.get(line.key());
    if (test == null) {
      throw new IllegalArgumentException(
          "report: expected a test of every line but found none of " + line.key());
    }
    return test;
  }

  /** Reports of tests of the run. */
  public List<TestReport> tests(ExtraAttributeRow row) {
    return row.tests().stream()
        .map(it -> Objects.requireNonNull(byKey.get(it.toString())))
        .toList();
  }

  public List<ExtraAttributeRow> extraAttributes() {
    return report.extraAttributes();
  }

  public String unofficial() {
    return ReportModel.UNOFFICIAL;
  }

  public String title() {
    return report.title();
  }

  public String sentence(Verdict verdict) {
    return VerdictSentence.of(report.subject(), verdict);
  }

  public InlineScript script() {
    return SCRIPT;
  }

  public Shares shares(Column column) {
    return Shares.of(column);
  }

  /** The tests of a capability that are not flagged. */
  public Shares shares(Verdict verdict, ScoredCapability capability) {
    return Shares.of(
        verdict, capability.tests().stream().filter(it -> it.flag().isEmpty()).toList());
  }

  public List<ServiceRow> services(Verdict verdict) {
    return ServiceRow.of(report, verdict);
  }

  /** The reason of a failure taken apart. */
  public Mismatch mismatch(TestLine line) {
    return Mismatch.of(line.reason());
  }

  /** A basis for people: {@code API contract}. */
  public String basis(Basis basis) {
    return BasisPhrase.of(basis);
  }

  /** The meaning of an outcome, in a sentence or two. */
  public String explained(Outcome outcome) {
    return OutcomeMeaning.explained(outcome);
  }

  public TestFilter filter() {
    return new TestFilter(tests());
  }

  /** A hash that is short enough to read. */
  public String brief(String hash) {
    return Hashes.brief(hash);
  }

  /** State of the files of the run, with a brief hash. */
  public String integrity() {
    Integrity integrity = run().integrity();
    if (!integrity.problems().isEmpty()) {
      return "Not all can be relied on";
    }
    return integrity
        .hash()
        .map(it -> "Unchanged since the run, manifest " + brief(it))
        .orElse("Without a manifest: changes cannot be detected");
  }

  public List<Hashes> hashes() {
    return Hashes.of(report);
  }

  /** The command that shows how this run differs from another. */
  public String compare() {
    return "defcore compare %s OTHER-RUN --out comparison.html".formatted(run().runId());
  }

  /** The command that gives the same verdicts from the files of the run. */
  public String recompute() {
    List<String> guidelines =
        verdicts().stream().map(it -> it.guideline().id()).distinct().toList();
    List<String> targets = verdicts().stream().map(it -> it.target().key()).distinct().toList();
    String command =
        "defcore score %s --guideline %s".formatted(run().runId(), String.join(",", guidelines));
    String day = " --as-of " + report.terms().asOf();
    return (targets.size() == 1 ? command + " --target " + targets.get(0) : command) + day;
  }

  /** A capability's words: {@code 4 of 5 passed}. */
  public String tally(ScoredCapability capability) {
    Tally tally = Tally.of(capability);
    String words = tally.words();
    if (tally.counting() == 0) {
      return words;
    }
    return words + " passed" + (tally.flagged() == 0 ? "" : ", " + tally.flagged() + " flagged");
  }

  /** The worst outcome of a capability's unflagged tests; not run if it has none. */
  public Outcome worst(ScoredCapability capability) {
    return Tally.of(capability).worst();
  }

  /** Outcomes that the table of columns needs a row for. */
  public List<Outcome> outcomes(Verdict verdict) {
    return Arrays.stream(Outcome.values())
        .filter(it -> it == Outcome.PASSED || it == Outcome.FAILED || verdict.full().count(it) > 0)
        .toList();
  }

  /** Missing tests by outcome and code, without those that are not applicable. */
  public List<Group> missing(Verdict verdict) {
    Map<String, List<TestLine>> groups = new TreeMap<>();
    for (TestLine line : verdict.missing()) {
      if (line.outcome() != Outcome.NOT_APPLICABLE) {
        groups
            .computeIfAbsent(line.outcome().word() + " " + line.code(), it -> new ArrayList<>())
            .add(line);
      }
    }
    return groups.values().stream().map(Group::new).toList();
  }

  /** Statuses that have capabilities in this verdict, strongest first. */
  public List<Status> statuses(Verdict verdict) {
    return Arrays.stream(Status.values())
        .filter(status -> verdict.capabilities().stream().anyMatch(it -> it.status() == status))
        .toList();
  }

  public List<ScoredCapability> capabilities(Verdict verdict, Status status) {
    return verdict.capabilities().stream().filter(it -> it.status() == status).toList();
  }

  public Anchors anchors() {
    return anchors;
  }
}
