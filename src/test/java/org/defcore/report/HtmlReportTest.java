package org.defcore.report;

import org.junit.jupiter.api.Test;

final class HtmlReportTest {

  @Test
  void writesTheGoldenPage() {
    Golden.assertSame("report.html", new HtmlReport().render(Sample.report()));
  }
}
