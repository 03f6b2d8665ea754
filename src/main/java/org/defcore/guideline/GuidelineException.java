package org.defcore.guideline;

import java.util.List;
import java.util.stream.Collectors;

/** A guideline that cannot be used, with everything that is wrong with it, one problem a line. */
public final class GuidelineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  /**
   * @param source file or name as the user wrote it
   */
  public GuidelineException(String source, List<Finding> findings) {
    super(
        findings.stream()
            .map(it -> "\n  " + it)
            .collect(Collectors.joining("", source + ": " + findings.size() + " problem(s)", "")));
    this.findings = List.copyOf(findings);
  }

  /** For a file that could not be read at all, or a name that stands for none. */
  public GuidelineException(String message) {
    super(message);
    this.findings = List.of();
  }

  public List<Finding> findings() {
    return findings;
  }
}
