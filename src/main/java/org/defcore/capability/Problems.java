package org.defcore.capability;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** What is wrong with one file, in the order of its lines. */
final class Problems {

  private final String file;
  private final List<String> lines = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void inFile(String message) {
    lines.add(file + ": " + message);
  }

  void at(Mark mark, String message) {
    lines.add(place(mark) + ": " + message);
  }

  void at(Node node, String message) {
    at(node.getStartMark(), message);
  }

  /** {@code compute.yaml:17} */
  String place(Mark mark) {
    return file + ":" + (mark.getLine() + 1);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
