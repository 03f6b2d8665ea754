package org.defcore.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.defcore.capability.Catalogue;
import org.defcore.declaration.Statement;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;
import org.defcore.guideline.library.GuidelineLibrary;
import org.defcore.report.compare.RunComparison;
import org.defcore.report.compare.RunComparison.DeclaredRow;
import org.defcore.report.run.ReportFormat;
import org.defcore.report.run.ReportModel;
import org.defcore.result.RunFolder;
import org.defcore.result.RunRecord;
import org.defcore.result.RunSource;
import org.defcore.runner.SuiteIndex;
import org.defcore.verdict.ScoringTerms;
import org.defcore.verdict.Verdict;

/** Reports of runs and their comparison, under the terms of a board. */
public final class RunReports {

  private final Installation installation;
  private final Catalogue catalogue;
  private final SuiteIndex suite = SuiteIndex.read();
  private final Board board;

  public RunReports(Installation installation, Board board) {
    this(installation, installation.catalogue(), board);
  }

  public RunReports(Installation installation, Catalogue catalogue, Board board) {
    this.installation = installation;
    this.catalogue = catalogue;
    this.board = board;
  }

  /** The report with one verdict. */
  public ReportModel report(RunSource source, Guideline guideline, Target target) {
    RunRecord run = source.record().countingOnly(suite::has);
    Declared declared = Declared.of(source);
    ScoringTerms terms = board.terms(run, declared);
    Verdict verdict =
        new Scoring(installation.guidelines(), catalogue, terms).score(guideline, target, run);
    return ReportModel.of(run, terms, List.of(verdict), catalogue.entries(), source::evidence)
        .withDeclared(declared.configuration(run, catalogue));
  }

  /** Writes every format of the report into the folder of the run. */
  public ReportModel write(RunFolder folder, Guideline guideline, Target target) {
    ReportModel report = report(folder, guideline, target);
    Map<String, String> files = new LinkedHashMap<>();
    for (ReportFormat format : ReportFormat.values()) {
      files.put(format.fileName(), format.render(report));
    }
    folder.writeReports(files);
    return report;
  }

  /**
   * Runs side by side, each scored for that target.
   *
   * @throws IllegalArgumentException if there are too few or too many
   */
  public RunComparison comparison(
      List<? extends RunSource> runs, Guideline guideline, Target target) {
    List<ReportModel> reports = new ArrayList<>();
    runs.forEach(it -> reports.add(report(it, guideline, target)));
    GuidelineLibrary library = installation.guidelines();
    return RunComparison.of(
        reports,
        runs.stream().map(it -> AskedTests.of(it.plan(), library)).toList(),
        declared(runs));
  }

  /** Every statement of any declaration; nothing if no run was made with one. */
  private static List<DeclaredRow> declared(List<? extends RunSource> runs) {
    List<Map<String, String>> statements = runs.stream().map(RunReports::statements).toList();
    return statements.stream()
        .flatMap(it -> it.keySet().stream())
        .distinct()
        .map(
            what ->
                new DeclaredRow(
                    what, statements.stream().map(it -> it.getOrDefault(what, "")).toList()))
        .toList();
  }

  private static Map<String, String> statements(RunSource run) {
    Map<String, String> statements = new LinkedHashMap<>();
    Declared.of(run).declaration().stream()
        .flatMap(it -> Statement.of(it).stream())
        .forEach(it -> statements.put(it.what(), it.value()));
    return statements;
  }
}
