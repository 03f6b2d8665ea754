package org.defcore.report.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.defcore.declaration.Statement;
import org.defcore.declaration.compare.ComparedFact.Standing;
import org.defcore.declaration.compare.ObservedRelease;
import org.defcore.guideline.Status;
import org.defcore.report.EnumWord;
import org.defcore.report.Page;
import org.defcore.report.declaration.DeclaredConfiguration;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;
import org.defcore.verdict.ScoredCapability;
import org.defcore.verdict.TestLine;
import org.defcore.verdict.Verdict;

/** Page of a report: words, anchors and groups. */
public final class ReportPage implements Page {

  private final ReportModel report;
  private final Map<String, TestReport> byKey;
  private final Map<String, Integer> homes = new HashMap<>();

  public ReportPage(ReportModel report) {
    this.report = report;
    this.byKey = report.byKey();
    for (int i = 0; i < report.verdicts().size(); i++) {
      for (ScoredCapability capability : report.verdicts().get(i).capabilities()) {
        homes.putIfAbsent(capability.name(), i);
      }
    }
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

  public String sentence(Verdict verdict) {
    return VerdictSentence.of(run().cloud(), verdict);
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

  public String anchor(TestReport test) {
    return "test-" + slug(test.key());
  }

  /** Plain for the first verdict that has the capability; with guideline and target for others. */
  public String anchor(int verdict, String capability) {
    if (homes.getOrDefault(capability, verdict) == verdict) {
      return anchor(capability);
    }
    Verdict other = verdicts().get(verdict);
    return "capability-"
        + slug(other.guideline().id() + "-" + other.target().key())
        + "-"
        + slug(capability);
  }

  public String anchor(String capability) {
    return "capability-" + slug(capability);
  }

  public String anchor(Verdict verdict) {
    return "verdict-" + slug(verdict.guideline().id()) + "-" + slug(verdict.target().key());
  }

  // Whatever had to be changed gets a number after it, so that no two anchors become one.
  private static String slug(String text) {
    String slug = text.replaceAll("[^A-Za-z0-9._-]", "-");
    return slug.equals(text) ? slug : slug + "-" + Integer.toHexString(text.hashCode());
  }
}
