package org.defcore.report.run;

import java.util.List;
import org.defcore.capability.Basis;
import org.defcore.report.Csv;
import org.defcore.report.PlainText;

/** Writes a line a test for spreadsheets. */
final class CsvReport {

  private static final List<String> HEADING =
      List.of(
          "id",
          "name",
          "capabilities",
          "basis",
          "outcome",
          "code",
          "reason",
          "started",
          "seconds",
          "attempts");

  /** The whole file; the same model gives the same bytes. */
  String render(ReportModel report) {
    StringBuilder csv = new StringBuilder(Csv.line(HEADING));
    report.tests().forEach(it -> csv.append(Csv.line(cells(it))));
    return PlainText.of(csv.toString());
  }

  private static List<String> cells(TestReport test) {
    return List.of(
        test.id().map(String::valueOf).orElse(""),
        Csv.harmless(test.name()),
        String.join(" ", test.capabilities()),
        test.basis().map(Basis::word).orElse(""),
        test.outcome().word(),
        test.code(),
        Csv.harmless(test.reason()),
        test.started().map(String::valueOf).orElse(""),
        "%d.%03d".formatted(test.took().toSeconds(), test.took().toMillisPart()),
        Integer.toString(test.started().isEmpty() ? 0 : test.attempts().size() + 1));
  }
}
