package org.defcore.report;

import org.junit.jupiter.api.Test;

final class JUnitXmlTest {

  @Test
  void writesTheGoldenDocument() {
    Golden.assertSame("junit.xml", new JUnitXml().render(Sample.report()));
  }
}
