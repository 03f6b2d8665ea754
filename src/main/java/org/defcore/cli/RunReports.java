package org.defcore.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.defcore.capability.Catalogue;
import org.defcore.guideline.Guideline;
import org.defcore.policy.Mark;
import org.defcore.report.declaration.DeclaredConfiguration;
import org.defcore.report.run.ReportFormat;
import org.defcore.report.run.ReportModel;
import org.defcore.result.Outcome;
import org.defcore.result.RunFolder;
import org.defcore.result.RunRecord;
import org.defcore.verdict.Column;
import org.defcore.verdict.ScoringTerms;
import org.defcore.verdict.Verdict;

/** Writes the reports of a run into its folder. */
final class RunReports {

  private final Installation installation;
  private final Catalogue catalogue;
  private final Board board;

  RunReports(Installation installation, Catalogue catalogue, Board board) {
    this.installation = installation;
    this.catalogue = catalogue;
    this.board = board;
  }

  /** What the reports say in short. */
  record Result(
      Verdict verdict, RunRecord run, Optional<DeclaredConfiguration> declared, Path html) {

    int exitCode() {
      return ExitCode.of(verdict.word());
    }

    void print(PrintWriter out) {
      out.println(
          "%s: %s under guideline %s, target %s"
              .formatted(
                  run.cloud(),
                  verdict.marked().text(),
                  verdict.guideline().id(),
                  verdict.target().key()));
      out.println("  full          " + column(verdict.full()) + carries(Mark.FULL));
      out.println("  API contract  " + column(verdict.apiContract()) + carries(Mark.API_CONTRACT));
      verdict.marked().reasons().forEach(it -> out.println("  because: " + it));
      verdict.waivers().stream()
          .filter(it -> !it.used())
          .forEach(
              it ->
                  out.println(
                      "  waiver without effect: %s: %s"
                          .formatted(it.waiver().scope().words(), it.why())));
      run.results().stream()
          .filter(it -> it.outcome() == Outcome.FLAKY)
          .forEach(it -> out.println("  flaky: " + it.name() + ": " + it.reason()));
      verdict.barriers().forEach(it -> out.println("  cannot carry the mark: " + it));
      declared.ifPresent(it -> print(out, it));
      out.println("report: " + html);
    }

    private static void print(PrintWriter out, DeclaredConfiguration declared) {
      out.println("  declared and observed: " + declared.tally());
      declared
          .mismatches()
          .forEach(
              it ->
                  out.println(
                      "  contradicted: %s: declared %s, observed %s"
                          .formatted(it.what(), it.declared(), it.observed())));
    }

    private String carries(Mark mark) {
      return verdict.mark() == mark ? " (carries the mark)" : "";
    }

    private static String column(Column column) {
      String waived = column.waivedTests() == 0 ? "" : ", " + column.waivedTests() + " waived";
      return "%-14s %d of %d passed, %d failed, %d missing%s"
          .formatted(
              column.text(),
              column.passed(),
              column.mustPass(),
              column.failed(),
              column.missing(),
              waived);
    }
  }

  /** Scores under a guideline and target, and writes {@code report.json}, its page and its XML. */
  Result write(RunFolder folder, Guideline guideline, String target) {
    RunRecord run = folder.record();
    Declared declared = Declared.of(folder);
    ScoringTerms terms = board.terms(run, declared);
    Verdict verdict =
        new Scoring(installation.guidelines(), catalogue, terms)
            .score(guideline, GuidelineOptions.find(guideline, target), run);
    ReportModel report =
        ReportModel.of(run, terms, List.of(verdict), catalogue.entries(), exchanges(folder))
            .withDeclared(declared.configuration(run, catalogue));
    for (ReportFormat format : ReportFormat.values()) {
      folder.write(format.fileName(), format.render(report));
    }
    return new Result(
        verdict, run, report.declared(), folder.path().resolve(ReportFormat.HTML.fileName()));
  }

  /** What the folder keeps of what was said on the wire. */
  static ReportModel.Evidence exchanges(RunFolder folder) {
    return folder::evidence;
  }
}
