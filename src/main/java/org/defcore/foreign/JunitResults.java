package org.defcore.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.defcore.result.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * JUnit XML as {@code subunit2junitxml}, rally and this program write it. A document type is
 * refused, so that no entity is ever resolved.
 */
final class JunitResults implements ResultFormat {

  private static final int MEBIBYTES = 32;
  private static final int MOST_LEVELS = 50;
  private static final int LONGEST = 1024 * 1024;

  /** The name of the suite in what this program writes begins so. */
  private static final String OWN = "defcore ";

  /** A version of this program; the word is shown, and any other may be a secret. */
  private static final String VERSION = "\\d{1,4}(?:\\.\\d{1,4}){1,3}(?:-SNAPSHOT)?";

  @Override
  public String title() {
    return "JUnit XML file";
  }

  @Override
  public boolean begins(String head) {
    return head.stripLeading().startsWith("<");
  }

  @Override
  public void read(InputStream in, Gathered into) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    // Its own would print the errors that it throws.
    factory.setXMLReporter((message, type, information, location) -> {});
    Reader text =
        new InputStreamReader(
            new SourceBytes(in, (long) MEBIBYTES << 20), StandardCharsets.UTF_8.newDecoder());
    try {
      new Reading(factory.createXMLStreamReader(text), into).read();
    } catch (XMLStreamException e) {
      throw problem(e);
    }
  }

  private static IOException problem(XMLStreamException e) {
    if (e.getNestedException() instanceof FormatProblem own) {
      return own;
    }
    String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNumber() + ": ";
    String message = String.valueOf(e.getMessage());
    int at = message.indexOf("Message: ");
    if (e.getNestedException() instanceof CharacterCodingException) {
      return new FormatProblem(where + "expected UTF-8 but found other bytes");
    }
    return new FormatProblem(
        where + "expected XML: " + firstLine(at < 0 ? message : message.substring(at + 9)));
  }

  private static String firstLine(@Nullable String message) {
    return String.valueOf(message).lines().findFirst().orElse("");
  }

  private static final class Reading {

    private final XMLStreamReader xml;
    private final Gathered into;
    private Optional<Instant> time = Optional.empty();
    private boolean own;
    private boolean suites;
    private int level;

    Reading(XMLStreamReader xml, Gathered into) {
      this.xml = xml;
      this.into = into;
    }

    void read() throws XMLStreamException, FormatProblem {
      while (xml.hasNext()) {
        int event = next();
        if (event == XMLStreamConstants.DTD) {
          throw problem("expected no document type");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          element();
        }
      }
    }

    private int next() throws XMLStreamException, FormatProblem {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        level++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        level--;
      }
      if (event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw problem("expected text but found an entity");
      }
      if (level > MOST_LEVELS) {
        throw problem("expected at most " + MOST_LEVELS + " levels of elements");
      }
      return event;
    }

    private void element() throws XMLStreamException, FormatProblem {
      String name = xml.getLocalName();
      if (!suites && !name.startsWith("testsuite")) {
        throw problem("expected <testsuites> or <testsuite> but found <%s>".formatted(name));
      }
      suites = true;
      switch (name) {
        case "testsuite" -> {
          time = SourceTimes.instant(attribute("timestamp"));
          own = attribute("name").startsWith(OWN);
        }
        case "property" -> property(attribute("name"), attribute("value"));
        case "testcase" -> test();
        default -> {}
      }
    }

    private void property(String name, String value) {
      if (own && name.equals("harness") && value.matches(VERSION)) {
        into.writtenBy(value);
      }
      if (own && name.equals("simulated") && value.equals("true")) {
        into.ofSimulatedCloud();
      }
    }

    private void test() throws XMLStreamException, FormatProblem {
      String module = attribute("classname");
      String id = attribute("id");
      String name =
          (module.isEmpty() ? "" : module + ".")
              + attribute("name")
              + (id.isEmpty() ? "" : "[id-%s]".formatted(id));
      RunningTest test = into.begin(where(), name);
      test.begins(SourceTimes.instant(attribute("timestamp")).or(() -> time));
      test.took(SourceTimes.seconds(attribute("time")));
      SourceStatus status = SourceStatus.SUCCESS;
      Optional<Outcome> outcome = Optional.empty();
      int depth = 1;
      while (depth > 0) {
        switch (next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            depth++;
            Optional<SourceStatus> told = status(xml.getLocalName());
            if (told.isPresent() && depth == 2) {
              status = told.get();
              outcome = own ? outcome(attribute("type"), attribute("message")) : Optional.empty();
              test.says(said());
              depth--;
            }
          }
          case XMLStreamConstants.END_ELEMENT -> depth--;
          case XMLStreamConstants.COMMENT -> {
            if (xml.getText().startsWith("It is an expected failure")) {
              status = SourceStatus.EXPECTED_FAILURE;
            }
          }
          default -> {}
        }
      }
      ForeignResult result = test.ended(status);
      into.add(outcome.map(it -> result.of(name, it, result.reason())).orElse(result));
    }

    /** Of the elements below a test, those that say how it ended. */
    private static Optional<SourceStatus> status(String element) {
      return switch (element) {
        case "failure", "error" -> Optional.of(SourceStatus.FAILURE);
        case "skipped" -> Optional.of(SourceStatus.SKIP);
        default -> Optional.empty();
      };
    }

    /** The outcome that this program put into words that JUnit has no element for. */
    private static Optional<Outcome> outcome(String type, String message) {
      return Outcome.parse(type).or(() -> Outcome.parse(message.split(":", 2)[0]));
    }

    /** The message, then the text of the element, to whose end it reads. */
    private String said() throws XMLStreamException, FormatProblem {
      StringBuilder text = new StringBuilder(attribute("message"));
      if (!own && text.length() > 0) {
        text.append('\n');
      }
      int depth = 1;
      while (depth > 0) {
        int event = next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          depth++;
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        } else if (xml.hasText() && event != XMLStreamConstants.COMMENT && !own) {
          text.append(xml.getText());
        }
        if (text.length() > LONGEST) {
          throw problem("expected a text of at most 1 MiB");
        }
      }
      return text.toString().strip();
    }

    private String attribute(String name) {
      String value = xml.getAttributeValue(null, name);
      return value == null ? "" : value;
    }

    private String where() {
      return "line " + xml.getLocation().getLineNumber();
    }

    private FormatProblem problem(String what) {
      return new FormatProblem(where() + ": " + what);
    }
  }
}
