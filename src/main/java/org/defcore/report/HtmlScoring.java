package org.defcore.report;

import org.defcore.report.scoring.ScoringPage;
import org.defcore.scoring.Tabulation;

/** Writes a tabulation as one page that needs no network and no script. */
public final class HtmlScoring {

  private final Templates templates = new Templates();

  /** The whole document; the same tabulation gives the same bytes. */
  public String render(Tabulation tabulation) {
    return templates.render("scoring.ftlh", new ScoringPage(tabulation));
  }
}
