package org.defcore.report.run;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.defcore.report.PlainText;
import org.defcore.verdict.Verdict;
import org.defcore.verdict.VerdictStatus;

/**
 * Writes a verdict as a small picture for a page. It says nothing that the report does not: its
 * title has the whole sentence, and neither a simulated cloud nor imported results look like
 * others.
 */
final class SvgBadge {

  private static final int HEIGHT = 20;
  private static final int MARGIN = 6;

  /** Pixels of a letter, on the average of a sans-serif font of 11 pixels. */
  private static final double LETTER = 6.6;

  /** The whole document; the same model gives the same bytes. */
  String render(ReportModel report) {
    Verdict verdict = report.verdicts().get(0);
    String subject = verdict.target().title() + " " + verdict.guideline().id();
    String word = verdict.marked().text().replace('-', ' ') + addition(report);
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      write(xml, title(report, verdict), subject, word, colour(report, verdict.status()));
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a badge did not become XML", e);
    }
    return PlainText.of(text + "\n");
  }

  private static String addition(ReportModel report) {
    if (report.run().simulated()) {
      return " (simulated)";
    }
    return report.run().imported() ? " (imported, unofficial)" : " (unofficial)";
  }

  private static String title(ReportModel report, Verdict verdict) {
    return VerdictSentence.of(report.run().cloud(), verdict) + " " + ReportModel.UNOFFICIAL;
  }

  /** Grey where nothing real was tested. */
  private static String colour(ReportModel report, VerdictStatus status) {
    if (report.run().simulated()) {
      return "#6b6b6b";
    }
    return switch (status) {
      case CONFORMANT -> "#1a7f37";
      case NOT_CONFORMANT -> "#b3261e";
      case INCONCLUSIVE -> "#8a5a00";
      case NOTHING_REQUIRED -> "#6b6b6b";
    };
  }

  private static void write(
      XMLStreamWriter xml, String title, String subject, String word, String colour)
      throws XMLStreamException {
    int left = width(subject);
    int right = width(word);
    xml.writeStartElement("svg");
    xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
    attribute(xml, "width", left + right);
    attribute(xml, "height", HEIGHT);
    xml.writeAttribute("role", "img");
    xml.writeAttribute("aria-label", subject + ": " + word);
    xml.writeStartElement("title");
    xml.writeCharacters(title);
    xml.writeEndElement();
    part(xml, 0, subject, "#3b3b3b");
    part(xml, left, word, colour);
    xml.writeEndElement();
  }

  private static void part(XMLStreamWriter xml, int from, String text, String colour)
      throws XMLStreamException {
    xml.writeEmptyElement("rect");
    attribute(xml, "x", from);
    attribute(xml, "width", width(text));
    attribute(xml, "height", HEIGHT);
    xml.writeAttribute("fill", colour);
    xml.writeStartElement("text");
    attribute(xml, "x", from + MARGIN);
    attribute(xml, "y", 14);
    attribute(xml, "textLength", width(text) - 2 * MARGIN);
    xml.writeAttribute("lengthAdjust", "spacingAndGlyphs");
    xml.writeAttribute("font-family", "Verdana,DejaVu Sans,sans-serif");
    attribute(xml, "font-size", 11);
    xml.writeAttribute("fill", "#ffffff");
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void attribute(XMLStreamWriter xml, String name, int value)
      throws XMLStreamException {
    xml.writeAttribute(name, Integer.toString(value));
  }

  private static int width(String text) {
    return 2 * MARGIN + (int) Math.ceil(text.length() * LETTER);
  }
}
