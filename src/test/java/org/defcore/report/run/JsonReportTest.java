package org.defcore.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.defcore.report.Golden;
import org.defcore.report.Schema;
import org.junit.jupiter.api.Test;

final class JsonReportTest {

  private final Schema schema = new Schema("report.json");

  @Test
  void writesTheGoldenDocument() {
    Golden.assertSame("report.json", new JsonReport().render(Sample.report()));
  }

  @Test
  void fitsThePublishedSchema() {
    assertThat(schema.problems(new JsonReport().render(Sample.report()))).isEmpty();
  }

  @Test
  void fitsThePublishedSchemaWhenNoAnswerCameAndTheRunDied() {
    String json = new JsonReport().render(Hostile.report());

    assertThat(schema.problems(json)).isEmpty();
    assertThat(json).contains("\"error\" : ").doesNotContain("\"finished\"");
  }

  @Test
  void schemaRefusesWhatItDoesNotName() {
    String json =
        new JsonReport()
            .render(Sample.report())
            .replace("\"label\" : \"unofficial\"", "\"label\" : \"official\", \"score\" : 100");

    assertThat(schema.problems(json)).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void schemaIsClosedAndDescribed() throws IOException {
    schema.assertClosedAndDescribed();
  }

  @Test
  void sameRunGivesTheSameBytes() {
    assertThat(new JsonReport().render(Sample.report()))
        .isEqualTo(new JsonReport().render(Sample.report()));
  }
}
