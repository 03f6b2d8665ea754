package org.defcore.report;

import org.junit.jupiter.api.Test;

final class MatrixTest {

  private final Matrix matrix =
      new Matrix(Sample.run(false, ""), Sample.verdicts(Sample.run(false, "")));

  @Test
  void writesTheGoldenTable() {
    Golden.assertSame("matrix.txt", matrix.text());
  }

  @Test
  void writesTheGoldenDocument() {
    Golden.assertSame("matrix.json", matrix.json());
  }
}
