package org.defcore.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.defcore.report.Golden;
import org.defcore.report.Schema;
import org.junit.jupiter.api.Test;

final class MatrixTest {

  private final Matrix matrix =
      new Matrix(Sample.run(false, ""), SampleTerms.TERMS, Sample.verdicts(Sample.run(false, "")));

  @Test
  void writesTheGoldenTable() {
    Golden.assertSame("matrix.txt", matrix.text());
  }

  @Test
  void writesTheGoldenDocument() {
    Golden.assertSame("matrix.json", matrix.json());
  }

  @Test
  void fitsThePublishedSchema() throws IOException {
    Schema schema = new Schema("matrix.json");

    assertThat(schema.problems(matrix.json())).isEmpty();
    assertThat(schema.problems(matrix.json().replace("\"rows\"", "\"lines\""))).isNotEmpty();
    schema.assertClosedAndDescribed();
  }
}
