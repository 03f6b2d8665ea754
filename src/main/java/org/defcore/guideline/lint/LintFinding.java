package org.defcore.guideline.lint;

import org.defcore.guideline.Finding;
import org.defcore.guideline.Rule;

/**
 * A finding and the line of the file that it is about.
 *
 * @param line of the place, or of the object that would hold it; from 1
 */
public record LintFinding(Finding finding, int line) {

  public Rule rule() {
    return finding.rule();
  }
}
