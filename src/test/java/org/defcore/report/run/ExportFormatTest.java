package org.defcore.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.defcore.report.Golden;
import org.defcore.result.Outcome;
import org.defcore.result.RunException;
import org.defcore.result.TestResult;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

final class ExportFormatTest {

  @Test
  void everyFormIsAsItWas() {
    Golden.assertSame("refstack.json", ExportFormat.REFSTACK.render(Sample.report()));
    Golden.assertSame("report.csv", ExportFormat.CSV.render(Sample.report()));
    Golden.assertSame("summary.md", ExportFormat.MARKDOWN.render(Sample.report()));
    Golden.assertSame("badge.svg", ExportFormat.BADGE.render(Sample.report()));
  }

  /** The rules of RefStack's validator of uploads: its schema, and at least one test. */
  @Test
  void refstackTakesTheResult() throws IOException {
    JsonNode root = new ObjectMapper().readTree(ExportFormat.REFSTACK.render(Sample.report()));

    assertThat(root.isObject()).isTrue();
    assertThat(root.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("cpid", "duration_seconds", "results");
    assertThat(root.path("cpid").isTextual()).isTrue();
    assertThat(root.path("duration_seconds").isIntegralNumber()).isTrue();
    assertThat(root.path("results").isArray()).isTrue();
    assertThat(root.path("results"))
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(it.path("name").isTextual()).isTrue();
              assertThat(UUID.fromString(it.path("uuid").textValue())).isNotNull();
            });
  }

  @Test
  void refstackGetsThePassesAlone() throws IOException {
    JsonNode root = new ObjectMapper().readTree(ExportFormat.REFSTACK.render(Sample.report()));
    List<String> passed =
        Sample.report().run().results().stream()
            .filter(it -> it.outcome() == Outcome.PASSED)
            .map(TestResult::id)
            .map(String::valueOf)
            .toList();

    assertThat(StreamSupport.stream(root.path("results").spliterator(), false))
        .extracting(it -> it.path("uuid").textValue())
        .containsExactlyInAnyOrderElementsOf(passed);
  }

  @Test
  void simulatedCloudsAreNoOthers() throws IOException {
    ReportModel simulated = Sample.report(Sample.run(true, ""));

    assertThat(
            new ObjectMapper()
                .readTree(ExportFormat.REFSTACK.render(simulated))
                .path("cpid")
                .textValue())
        .startsWith("simulated-");
    assertThat(ExportFormat.BADGE.render(simulated)).contains("(simulated)");
    assertThat(ExportFormat.MARKDOWN.render(simulated)).contains("Simulated cloud");
  }

  @Test
  void runsWithoutAPassAreRefused() {
    ReportModel none = Sample.report(Sample.run(false, "", List.of()));

    assertThatThrownBy(() -> ExportFormat.REFSTACK.render(none))
        .isInstanceOf(RunException.class)
        .hasMessageEndingWith("but found none: RefStack takes no such result");
  }

  @Test
  void badgesAreXmlWithTheWholeSentence() throws Exception {
    Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(ExportFormat.BADGE.render(Sample.report()))));

    assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .endsWith("Unofficial: no board has reviewed or accepted these results.");
  }

  @Test
  void spreadsheetsRunNoFormulaOfACloud() {
    String csv = ExportFormat.CSV.render(Hostile.report());

    assertThat(csv.lines()).noneMatch(it -> it.matches(".*(?:^|,)\"?[=+@].*"));
  }
}
