package org.defcore.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** A file, or a folder of files, that cannot be used, with all its problems. */
public final class UnusableFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /**
   * @param source file or folder as the user wrote it
   * @param problems each one line that begins with the file and, where there is one, the line
   */
  public UnusableFile(String source, List<String> problems) {
    super(
        problems.stream()
            .map(it -> "\n  " + it)
            .collect(Collectors.joining("", source + ": " + problems.size() + " problem(s)", "")));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
