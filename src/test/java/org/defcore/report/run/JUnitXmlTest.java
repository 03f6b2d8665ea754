package org.defcore.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.defcore.report.Golden;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class JUnitXmlTest {

  @Test
  void writesTheGoldenDocument() {
    Golden.assertSame("junit.xml", new JUnitXml().render(Sample.report()));
  }

  @Test
  void onlyPassesPass() throws Exception {
    Document document = parsed(new JUnitXml().render(Sample.report()));
    Element suite = (Element) document.getElementsByTagName("testsuite").item(0);

    assertThat(suite.getAttribute("tests")).isEqualTo("12");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("errors")).isEqualTo("2");
    assertThat(suite.getAttribute("skipped")).isEqualTo("7");
    assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("error").getLength()).isEqualTo(2);
    assertThat(document.getElementsByTagName("skipped").getLength()).isEqualTo(7);
  }

  @Test
  void testsThatTheSuiteDoesNotHaveAreANumber() throws Exception {
    String xml = new JUnitXml().render(Sample.report());

    assertThat(xml)
        .doesNotContain("create_container", "not-implemented")
        .contains("<property name=\"not implemented in this version\" value=\"1\"/>");
  }

  @Test
  void nameAndPropertiesHaveNothingTwiceAndNothingEmpty() throws Exception {
    Element suite =
        (Element)
            parsed(new JUnitXml().render(Sample.report()))
                .getElementsByTagName("testsuite")
                .item(0);

    assertThat(suite.getAttribute("name")).isEqualTo("defcore 20261122-120000-k3f9");
    assertThat(new JUnitXml().render(Sample.report())).doesNotContain("value=\"\"");
  }

  @Test
  void saysWhyATestWasSkipped() throws Exception {
    Document document = parsed(new JUnitXml().render(Sample.report()));

    assertThat(
            IntStream.range(0, 7)
                .mapToObj(it -> (Element) document.getElementsByTagName("skipped").item(it))
                .map(it -> it.getAttribute("message")))
        .contains("skipped: second-project: no second project is set")
        .contains(
            "not-applicable: not-offered: the test depends on operations that are declared as"
                + " not offered: suspend")
        .contains(
            "flaky: passed at attempt 2, before failed: server 5f1c: expected ACTIVE but found ERROR");
  }

  @Test
  void earlierAttemptsAreTheElementsThatBuildServersKnow() throws Exception {
    Document document = parsed(new JUnitXml().render(Sample.report()));

    Element flaky = (Element) document.getElementsByTagName("flakyFailure").item(0);
    assertThat(flaky.getAttribute("message"))
        .isEqualTo("server 5f1c: expected ACTIVE but found ERROR");
    assertThat(flaky.getTextContent()).startsWith("curl ");
    Element rerun = (Element) document.getElementsByTagName("rerunFailure").item(0);
    assertThat(rerun.getAttribute("message")).isEqualTo("GET /os-keypairs: no field name");
    assertThat(rerun.getParentNode().getFirstChild().getNextSibling().getNodeName())
        .as("the last attempt stands before the others")
        .isEqualTo("error");
  }

  @Test
  void hostileTextStaysText() throws Exception {
    Document document = parsed(new JUnitXml().render(Hostile.report()));

    Element failure = (Element) document.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message"))
        .isEqualTo(Hostile.TEXT.replaceAll("[\\p{Cntrl}\u202e]", "\ufffd"));
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
