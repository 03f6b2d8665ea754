package org.defcore.guideline.lint;

import java.nio.file.Path;
import java.util.List;
import org.defcore.guideline.Rule;

/**
 * The findings of one file.
 *
 * @param name as the user wrote it
 * @param findings by line, then by rule and pointer
 */
public record LintReport(String name, Path file, List<LintFinding> findings) {

  public LintReport {
    findings = List.copyOf(findings);
  }

  public long count(Rule.Level level) {
    return findings.stream().filter(it -> it.rule().level() == level).count();
  }

  /** Returns whether the file is JSON. */
  public boolean readable() {
    return findings.stream().noneMatch(it -> it.rule() == Rule.JSON);
  }
}
