package org.defcore.report;

import org.defcore.report.guideline.GuidelineChangePage;
import org.defcore.report.guideline.GuidelineChange;
/** Writes what changed between guidelines as one page that needs no network and no script. */
public final class HtmlGuidelineChange {

  private final Templates templates = new Templates();

  /** The whole document; the same model gives the same bytes. */
  public String render(GuidelineChange change) {
    return templates.render("guideline-change.ftlh", new GuidelineChangePage(change));
  }
}
