package org.defcore.report.run;

/** Forms of a report that stand alone and are made on demand. */
public enum ExportFormat {
  REFSTACK {
    @Override
    public String render(ReportModel report) {
      return new RefstackJson().render(report);
    }
  },
  JUNIT {
    @Override
    public String render(ReportModel report) {
      return new JUnitXml().render(report);
    }
  },
  CSV {
    @Override
    public String render(ReportModel report) {
      return new CsvReport().render(report);
    }
  },
  MARKDOWN {
    @Override
    public String render(ReportModel report) {
      return new MarkdownReport().render(report);
    }
  },
  BADGE {
    @Override
    public String render(ReportModel report) {
      return new SvgBadge().render(report);
    }
  };

  /** The whole document; the same model gives the same bytes. */
  public abstract String render(ReportModel report);
}
