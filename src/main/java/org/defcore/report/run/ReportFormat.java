package org.defcore.report.run;

import org.defcore.report.Templates;

/** The reports of a run: every format, the file that it goes to, and how it is written. */
public enum ReportFormat {
  JSON("report.json") {
    @Override
    public String render(ReportModel report) {
      return new JsonReport().render(report);
    }
  },
  HTML("report.html") {
    @Override
    public String render(ReportModel report) {
      return Templates.render(new ReportPage(report));
    }
  },
  JUNIT_XML("junit.xml") {
    @Override
    public String render(ReportModel report) {
      return new JUnitXml().render(report);
    }
  };

  private final String fileName;

  ReportFormat(String fileName) {
    this.fileName = fileName;
  }

  public String fileName() {
    return fileName;
  }

  /** The whole document; the same model gives the same bytes. */
  public abstract String render(ReportModel report);
}
