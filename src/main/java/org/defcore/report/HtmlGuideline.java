package org.defcore.report;

import org.defcore.report.guideline.GuidelinePage;
/**
 * Writes a guideline as one page that needs no network and no script, for the screen, the phone and
 * paper.
 */
public final class HtmlGuideline {

  private final Templates templates = new Templates();

  /** The whole document; the same view gives the same bytes. */
  public String render(GuidelinePage view) {
    return templates.render("guideline.ftlh", view);
  }
}
