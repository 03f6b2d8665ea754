package org.defcore.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.capability.Basis;
import org.defcore.report.OutcomeSymbols;
import org.defcore.report.PlainText;
import org.defcore.report.TextTable;
import org.defcore.report.compare.RunComparison.CapabilityRow;
import org.defcore.report.compare.RunComparison.Cloud;
import org.defcore.report.compare.RunComparison.Difference;
import org.defcore.report.compare.RunComparison.FactRow;
import org.defcore.report.compare.RunComparison.TestCell;
import org.defcore.report.compare.RunComparison.TestRow;
import org.defcore.report.compare.RunComparison.View;
import org.defcore.result.RunRecord;
import org.defcore.result.remark.Remark;
import org.defcore.verdict.Column;

/** Writes a comparison for a terminal: what differs, and of the rest only how much it is. */
public final class TextComparison {

  private final OutcomeSymbols signs = new OutcomeSymbols();

  /** The whole text; the same model gives the same bytes. */
  public String render(RunComparison comparison) {
    StringBuilder text = new StringBuilder();
    comparison.sentences().forEach(it -> text.append(it).append('\n'));
    text.append('\n').append(clouds(comparison));
    text.append('\n').append(verdicts(comparison));
    capabilities(text, comparison);
    tests(text, comparison, "PASSED ON ONE CLOUD, FAILED ON ANOTHER", Difference.OPPOSED);
    tests(text, comparison, "DIFFERENT BECAUSE A CLOUD DID NOT JUDGE THEM", Difference.UNSETTLED);
    comparison.leftOut().sentences().forEach(it -> text.append('\n').append(it).append('\n'));
    table(
        text,
        "DECLARED",
        comparison,
        comparison.declared().stream().map(it -> cells(it.what(), it.values())).toList());
    facts(text, comparison);
    text.append('\n').append(times(comparison));
    return PlainText.of(text.toString());
  }

  private String clouds(RunComparison comparison) {
    TextTable table = new TextTable().row(List.of("CLOUD", "RUN", "STARTED", "HARNESS", "NOTES"));
    StringBuilder deviations = new StringBuilder();
    StringBuilder problems = new StringBuilder();
    for (Cloud cloud : comparison.clouds()) {
      RunRecord run = cloud.run();
      table.row(
          List.of(
              cloud.label(), run.runId(), signs.time(run.started()), run.harness(), notes(run)));
      run.deviations()
          .forEach(
              it ->
                  deviations.append(
                      "  %s: %s: %s\n".formatted(cloud.label(), it.what(), it.detail())));
      run.integrity()
          .lines()
          .forEach(it -> problems.append("  %s: %s\n".formatted(cloud.label(), it)));
    }
    return table.text()
        + (problems.isEmpty() ? "" : "file problems\n" + problems)
        + (deviations.isEmpty() ? "" : "deviations\n" + deviations);
  }

  private static String notes(RunRecord run) {
    List<String> notes = new ArrayList<>();
    if (run.simulated()) {
      notes.add("simulated");
    }
    if (!run.partial().isEmpty()) {
      notes.add("partial: " + run.partial());
    }
    if (run.finished().isEmpty()) {
      notes.add("unfinished");
    }
    if (run.integrity().hash().isEmpty()) {
      notes.add("no manifest");
    }
    Remark.count(run.remarks()).ifPresent(notes::add);
    return String.join("; ", notes);
  }

  private static String verdicts(RunComparison comparison) {
    TextTable table = new TextTable().row(headings("VERDICT", comparison));
    for (View view : comparison.verdicts()) {
      String mark = view.view() == comparison.mark() ? " (mark)" : "";
      table.row(
          cells(view.name() + mark, view.columns().stream().map(TextComparison::column).toList()));
      if (!view.bypassing().isEmpty()) {
        table.row(
            cells(
                view.name() + ", extra attributes bypassed",
                view.bypassing().stream()
                    .map(it -> it.map(TextComparison::column).orElse("not bypassed"))
                    .toList()));
      }
    }
    return table.text();
  }

  private static String column(Column column) {
    return "%s, %d of %d passed, %d failed, %d not judged%s"
        .formatted(
            column.text(),
            column.passed(),
            column.mustPass(),
            column.failed(),
            column.missing(),
            column.waivedTests() == 0 ? "" : ", " + column.waivedTests() + " waived");
  }

  private static void capabilities(StringBuilder text, RunComparison comparison) {
    LeftOut leftOut = comparison.leftOut();
    List<CapabilityRow> all = comparison.differing();
    List<CapabilityRow> differing = all.stream().filter(it -> !leftOut.covers(it)).toList();
    table(
        text,
        "CAPABILITY",
        comparison,
        differing.stream()
            .map(
                row ->
                    cells(
                        "%s (%s)".formatted(row.name(), row.status().word()),
                        row.tallies().stream()
                            .map(
                                it ->
                                    it.isNothing()
                                        ? "not in the guideline of the run"
                                        : it.worst().word() + ", " + it.words())
                            .toList()))
            .toList());
    if (differing.isEmpty()) {
      text.append('\n');
    }
    if (all.size() > differing.size()) {
      text.append(
          "%d capabilities differ only because a run left tests out\n"
              .formatted(all.size() - differing.size()));
    }
    rest(text, comparison.capabilities().size() - all.size(), "capability", "capabilities");
  }

  private static void tests(
      StringBuilder text, RunComparison comparison, String title, Difference difference) {
    LeftOut leftOut = comparison.leftOut();
    List<TestGroup> groups =
        comparison.groups(difference).stream()
            .filter(it -> !leftOut.covers(it.tests().get(0)))
            .toList();
    if (groups.isEmpty()) {
      return;
    }
    text.append('\n').append(title).append('\n');
    for (TestGroup group : groups) {
      group.tests().forEach(it -> text.append("  ").append(line(it)).append('\n'));
      TextTable table = new TextTable();
      for (int i = 0; i < group.cells().size(); i++) {
        table.row(List.of(comparison.clouds().get(i).label(), words(group.cells().get(i))));
      }
      text.append(table.text("    "));
    }
  }

  private static String line(TestRow row) {
    String basis = row.basis().map(Basis::word).orElse("basis unknown");
    return "%s (%s%s)".formatted(row.name(), basis, row.counted() ? "" : ", does not count");
  }

  private static String words(TestCell cell) {
    String code = cell.code().isEmpty() ? "" : " (" + cell.code() + ")";
    String why = cell.why().isEmpty() ? "" : ": " + cell.why();
    return cell.outcome().map(it -> it.word() + code + why).orElse(cell.why());
  }

  private static void facts(StringBuilder text, RunComparison comparison) {
    table(
        text,
        "OBSERVED",
        comparison,
        comparison.observed().differing().stream()
            .map((FactRow it) -> cells(it.name(), it.values()))
            .toList());
    if (comparison.observed().differing().isEmpty()) {
      text.append('\n');
    }
    rest(text, comparison.observed().same().size(), "fact", "facts");
  }

  private static void rest(StringBuilder text, int number, String one, String many) {
    if (number > 0) {
      text.append(
          number == 1
              ? "1 " + one + " is the same everywhere\n"
              : number + " " + many + " are the same everywhere\n");
    }
  }

  private String times(RunComparison comparison) {
    TextTable table =
        new TextTable()
            .row(List.of("TIMES", "TESTS", "TOTAL", "MEDIAN", "P90", "COMMON", "TOTAL OF COMMON"));
    for (Cloud cloud : comparison.clouds()) {
      TestTimes times = cloud.times();
      table.row(
          List.of(
              cloud.label(),
              String.valueOf(times.tests()),
              signs.took(times.total()),
              signs.took(times.median()),
              signs.took(times.ninetieth()),
              String.valueOf(cloud.common().tests()),
              signs.took(cloud.common().total())));
    }
    TextTable slowest = new TextTable();
    for (Cloud cloud : comparison.clouds()) {
      cloud
          .times()
          .slowest()
          .forEach(it -> slowest.row(List.of(cloud.label(), signs.took(it.took()), it.name())));
    }
    String named = slowest.text("  ");
    return table.text() + (named.isEmpty() ? "" : "slowest\n" + named);
  }

  private static void table(
      StringBuilder text, String title, RunComparison comparison, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      TextTable table = new TextTable().row(headings(title, comparison));
      rows.forEach(table::row);
      text.append('\n').append(table.text());
    }
  }

  private static List<String> headings(String title, RunComparison comparison) {
    return cells(title, comparison.clouds().stream().map(Cloud::label).toList());
  }

  private static List<String> cells(String heading, List<String> values) {
    return Stream.concat(Stream.of(heading), values.stream()).toList();
  }
}
