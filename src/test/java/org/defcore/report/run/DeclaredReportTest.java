package org.defcore.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.report.InOrder.assertInOrder;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.compare.DeclarationComparison;
import org.defcore.declaration.read.DeclarationReader;
import org.defcore.report.Schema;
import org.defcore.report.declaration.DeclaredConfiguration;
import org.defcore.result.Fact;
import org.junit.jupiter.api.Test;

/** A report of a cloud whose vendor has declared what it is. */
class DeclaredReportTest {

  private static final Fact NO_KERNEL =
      new Fact("guest.console.kernel", "none", "POST /servers/7/action os-getConsoleOutput");

  private static ReportModel report(String sample, Fact... facts) {
    Declaration declaration =
        new DeclarationReader().read(Path.of("samples", "declarations", sample));
    DeclaredConfiguration declared =
        new DeclaredConfiguration(
            declaration, DeclarationComparison.of(declaration, List.of(facts)));
    return Sample.report().withDeclared(Optional.of(declared));
  }

  @Test
  void mismatchStandsOnPageOneBeforeTheColumns() {
    String html = ReportFormat.HTML.render(report("kvm.yaml", NO_KERNEL));

    assertInOrder(
        html,
        "The declaration does not match what was observed.",
        "1 of ",
        "<a href=\"#declared\">",
        "<caption>Required tests",
        "<h2>Declared and observed</h2>",
        "mismatch</span> <strong>",
        "os-getConsoleOutput",
        "<summary>All compared facts");
  }

  @Test
  void trueDeclarationIsShownWithoutAnAlarm() {
    String html = ReportFormat.HTML.render(report("lxc.yaml", NO_KERNEL));

    assertThat(html)
        .contains("<h2>Declared and observed</h2>", "<dt>Kind of compute</dt><dd>system-container")
        .doesNotContain("does not match what was observed");
  }

  @Test
  void documentForProgramsFitsThePublishedSchema() {
    String json = new JsonReport().render(report("kvm.yaml", NO_KERNEL));

    assertThat(new Schema("report.json").problems(json)).isEmpty();
    assertThat(json).contains("\"standing\" : \"mismatch\"", "\"standing\" : \"unobservable\"");
  }

  @Test
  void withoutADeclarationThereIsNothingOfIt() {
    assertThat(new JsonReport().render(Sample.report())).doesNotContain("\"declaration\"");
    assertThat(ReportFormat.HTML.render(Sample.report())).doesNotContain("Declared and observed");
  }
}
