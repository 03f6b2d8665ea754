package org.defcore.report.run;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.defcore.report.PlainText;
import org.defcore.report.run.TestReport.TriedBefore;
import org.defcore.result.Attempt;
import org.defcore.result.Outcome;
import org.defcore.result.remark.Remark;
import org.defcore.verdict.Verdict;

/**
 * Writes {@code junit.xml} for build servers: one suite, each test once; nothing of the machine
 * that the program ran on. Only a pass passes: a test that could not be judged is an error or is
 * skipped. Tests that the suite does not have are a number in the properties, as they would hide
 * the tests that a cloud made the run skip.
 */
public final class JUnitXml {

  /** The element that an outcome becomes. */
  private enum Kind {
    PASSED(""),
    FAILURE("failure"),
    ERROR("error"),
    SKIPPED("skipped");

    private final String element;

    Kind(String element) {
      this.element = element;
    }

    static Kind of(Outcome outcome) {
      return switch (outcome) {
        case PASSED -> PASSED;
        case FAILED -> FAILURE;
        case ERROR, BLOCKED -> ERROR;
        case FLAKY, SKIPPED, NOT_APPLICABLE, NOT_RUN, NOT_IMPLEMENTED -> SKIPPED;
      };
    }
  }

  /** The whole document; the same model gives the same bytes. */
  public String render(ReportModel report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      line(xml, 0);
      suite(xml, report);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a report did not become XML", e);
    }
    return PlainText.of(text + "\n");
  }

  private static void suite(XMLStreamWriter xml, ReportModel report) throws XMLStreamException {
    List<TestReport> tests =
        report.tests().stream().filter(it -> it.outcome() != Outcome.NOT_IMPLEMENTED).toList();
    Duration took = tests.stream().map(TestReport::took).reduce(Duration.ZERO, Duration::plus);
    xml.writeStartElement("testsuites");
    line(xml, 1);
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", suiteName(report.run().runId()));
    xml.writeAttribute("tests", Integer.toString(tests.size()));
    xml.writeAttribute("failures", count(tests, Kind.FAILURE));
    xml.writeAttribute("errors", count(tests, Kind.ERROR));
    xml.writeAttribute("skipped", count(tests, Kind.SKIPPED));
    xml.writeAttribute("time", seconds(took));
    xml.writeAttribute("timestamp", report.run().started().toString());
    line(xml, 2);
    properties(xml, report);
    for (TestReport test : tests) {
      line(xml, 2);
      test(xml, test);
    }
    line(xml, 1);
    xml.writeEndElement();
    line(xml, 0);
    xml.writeEndElement();
  }

  private static void properties(XMLStreamWriter xml, ReportModel report)
      throws XMLStreamException {
    xml.writeStartElement("properties");
    property(xml, "label", "unofficial");
    property(xml, "run", report.run().runId());
    property(xml, "harness", report.run().harness());
    property(xml, "cloud", report.run().cloud());
    property(xml, "simulated", Boolean.toString(report.run().simulated()));
    if (!report.run().partial().isEmpty()) {
      property(xml, "filter", report.run().partial());
    }
    property(xml, "mark", report.terms().policy().mark().word());
    property(xml, "policy", report.terms().policy().contentHash());
    long absent =
        report.tests().stream().filter(it -> it.outcome() == Outcome.NOT_IMPLEMENTED).count();
    if (absent > 0) {
      property(xml, "not implemented in this version", Long.toString(absent));
    }
    for (String problem : report.run().integrity().lines()) {
      property(xml, "file problem", problem);
    }
    for (Verdict verdict : report.verdicts()) {
      String about = verdict.guideline().id() + " " + verdict.target().key();
      property(xml, "verdict " + about, verdict.marked().text());
      property(xml, "full " + about, verdict.full().text());
      property(xml, "api-contract " + about, verdict.apiContract().text());
      if (verdict.bypassing().isPresent()) {
        String without = "extra attributes bypassed, ";
        Verdict other = verdict.bypassing().get();
        property(xml, without + "full " + about, other.full().text());
        property(xml, without + "api-contract " + about, other.apiContract().text());
      }
    }
    for (ExtraAttributeRow row : report.extraAttributes()) {
      property(xml, "extra attribute " + row.name(), row.words());
    }
    for (Remark remark : report.run().remarks()) {
      property(xml, "remark " + remark.kind().word(), remark.words());
    }
    line(xml, 2);
    xml.writeEndElement();
  }

  /** Ids of runs of this program begin with its name; those of others do not. */
  private static String suiteName(String run) {
    return run.startsWith("defcore") ? run : "defcore " + run;
  }

  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    line(xml, 3);
    xml.writeEmptyElement("property");
    xml.writeAttribute("name", name);
    xml.writeAttribute("value", value);
  }

  private static void test(XMLStreamWriter xml, TestReport test) throws XMLStreamException {
    int dot = test.name().lastIndexOf('.');
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", dot < 0 ? "" : test.name().substring(0, dot));
    xml.writeAttribute("name", test.name().substring(dot + 1));
    xml.writeAttribute("time", seconds(test.took()));
    judged(xml, test);
    for (TriedBefore tried : test.attempts()) {
      line(xml, 3);
      triedBefore(xml, test, tried);
    }
    line(xml, 3);
    xml.writeStartElement("system-out");
    xml.writeCharacters(test.key() + ": " + test.headline());
    if (test.bypassing().isPresent()) {
      xml.writeCharacters("\n" + test.bypassing().get());
    }
    xml.writeEndElement();
    line(xml, 2);
    xml.writeEndElement();
  }

  private static void judged(XMLStreamWriter xml, TestReport test) throws XMLStreamException {
    Kind kind = Kind.of(test.outcome());
    if (kind == Kind.PASSED) {
      return;
    }
    line(xml, 3);
    xml.writeStartElement(kind.element);
    if (kind != Kind.SKIPPED) {
      xml.writeAttribute("type", test.outcome().word());
    }
    xml.writeAttribute("message", message(test));
    if (test.exchange().isPresent() && kind != Kind.SKIPPED) {
      xml.writeCharacters(test.exchange().get().curl());
    }
    xml.writeEndElement();
  }

  // The names are those that Maven Surefire gave them and build servers know. What stands before
  // is the last attempt, so that the counts are those of the verdict.
  private static void triedBefore(XMLStreamWriter xml, TestReport test, TriedBefore tried)
      throws XMLStreamException {
    Attempt attempt = tried.attempt();
    String prefix = test.outcome() == Outcome.FLAKY ? "flaky" : "rerun";
    xml.writeStartElement(prefix + (attempt.outcome() == Outcome.FAILED ? "Failure" : "Error"));
    xml.writeAttribute("type", attempt.outcome().word());
    xml.writeAttribute("message", attempt.reason());
    xml.writeStartElement("stackTrace");
    xml.writeCharacters(tried.exchange().map(BrokenExchange::curl).orElse(attempt.reason()));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static String message(TestReport test) {
    String outcome = test.outcome().word();
    return Stream.of(
            Kind.of(test.outcome()) == Kind.FAILURE ? "" : outcome, test.code(), test.reason())
        .filter(it -> !it.isEmpty())
        .reduce((a, b) -> a + ": " + b)
        .orElse(outcome);
  }

  private static String count(List<TestReport> tests, Kind kind) {
    return Long.toString(tests.stream().filter(it -> Kind.of(it.outcome()) == kind).count());
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%d.%03d", took.toSeconds(), took.toMillisPart());
  }

  private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
