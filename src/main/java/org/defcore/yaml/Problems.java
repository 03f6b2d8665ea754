package org.defcore.yaml;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** The problems of one file, in the order of its lines. */
public final class Problems {

  private final String file;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param file name to be put before each problem
   */
  public Problems(String file) {
    this.file = file;
  }

  public void inFile(String message) {
    lines.add(file + ": " + message);
  }

  public void at(Mark mark, String message) {
    lines.add(place(mark) + ": " + message);
  }

  public void at(Node node, String message) {
    at(node.getStartMark(), message);
  }

  /**
   * Adds a problem of a file that has lines and no nodes.
   *
   * @param line from 1
   */
  public void atLine(int line, String message) {
    lines.add(file + ":" + line + ": " + message);
  }

  /** {@code compute.yaml:17} */
  public String place(Mark mark) {
    return file + ":" + (mark.getLine() + 1);
  }

  /** One line each, which begins with the file and, where there is one, the line. */
  public List<String> lines() {
    return List.copyOf(lines);
  }
}
