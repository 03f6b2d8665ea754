package org.defcore.report;

import org.defcore.report.run.ReportPage;
import org.defcore.report.run.ReportModel;
/**
 * Writes {@code report.html}: one file that needs no network and no script, for the screen, the
 * phone and paper.
 */
public final class HtmlReport {

  private final Templates templates = new Templates();

  /** The whole document; the same model gives the same bytes. */
  public String render(ReportModel report) {
    return templates.render("report.ftlh", new ReportPage(report));
  }
}
