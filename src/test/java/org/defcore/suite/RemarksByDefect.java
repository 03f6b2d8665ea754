package org.defcore.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.result.remark.Remark;

/**
 * The list of what the watch has to tell. A line is a defect, and kind, service, call and place of
 * a remark, parted by {@code |}; a defect with several remarks has several lines. The defects of a
 * part are switched on together, and its first line has the beginnings of the ids of tests that
 * meet them.
 */
final class RemarksByDefect {

  private static final Path FILE = Path.of("src/test/resources/simcloud/remarks-by-defect.txt");

  private RemarksByDefect() {}

  /** A remark that a defect is told by. */
  record Row(String defect, Told told) {

    static Row of(String line) {
      String[] cells = line.split(" \\|", -1);
      return new Row(
          cells[0],
          new Told(cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip()));
    }
  }

  /** The part of a remark that is known beforehand. */
  record Told(String kind, String service, String call, String where) {

    static Told of(Remark remark) {
      return new Told(remark.kind().word(), remark.service(), remark.call(), remark.where());
    }
  }

  /** Defects of one run. */
  record Part(List<String> tests, List<Row> rows) {

    static Part of(String text) {
      List<String> lines = text.lines().toList();
      return new Part(
          List.of(lines.get(0).replaceFirst("^# ", "").split(" ")),
          lines.stream().skip(1).map(Row::of).toList());
    }

    List<String> defects() {
      return rows.stream().map(Row::defect).distinct().toList();
    }
  }

  static List<Part> parts() throws IOException {
    return Stream.of(Files.readString(FILE).strip().split("\n\n")).map(Part::of).toList();
  }
}
