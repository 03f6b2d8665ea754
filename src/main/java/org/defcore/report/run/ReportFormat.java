package org.defcore.report.run;

import java.util.function.Function;
import org.defcore.report.Templates;

/** The reports of a run: every format, the file that it goes to, and how it is written. */
public enum ReportFormat {
  JSON("report.json", new JsonReport()::render),
  HTML("report.html", it -> new Templates().render(new ReportPage(it))),
  JUNIT_XML("junit.xml", new JUnitXml()::render);

  private final String fileName;
  private final Function<ReportModel, String> renderer;

  ReportFormat(String fileName, Function<ReportModel, String> renderer) {
    this.fileName = fileName;
    this.renderer = renderer;
  }

  public String fileName() {
    return fileName;
  }

  /** The whole document; the same model gives the same bytes. */
  public String render(ReportModel report) {
    return renderer.apply(report);
  }
}
