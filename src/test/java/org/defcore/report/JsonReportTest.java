package org.defcore.report;

import org.junit.jupiter.api.Test;

final class JsonReportTest {

  @Test
  void writesTheGoldenDocument() {
    Golden.assertSame("report.json", new JsonReport().render(Sample.report()));
  }
}
