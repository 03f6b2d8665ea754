package org.defcore.report;

import org.defcore.report.compare.RunComparison;
import org.defcore.report.compare.ComparisonPage;
/**
 * Writes a comparison as one page that needs no network and no script, for the screen, the phone
 * and paper.
 */
public final class HtmlComparison {

  private final Templates templates = new Templates();

  /** The whole document; the same model gives the same bytes. */
  public String render(RunComparison comparison) {
    return templates.render("comparison.ftlh", new ComparisonPage(comparison));
  }
}
