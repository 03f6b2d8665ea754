package org.defcore.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.defcore.result.remark.Remark;

/** {@code remarks.jsonl}: a line for each remark of a run. Runs of earlier versions have none. */
final class RemarksFile {

  static final String NAME = "remarks.jsonl";

  private RemarksFile() {}

  static String text(List<Remark> remarks) {
    return remarks.stream().map(RemarksFile::line).collect(Collectors.joining());
  }

  private static String line(Remark remark) {
    try {
      return RunJson.MAPPER.writeValueAsString(remark) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws RunException if a line is no remark
   */
  static List<Remark> read(RunFiles files) {
    List<Remark> remarks = new ArrayList<>();
    String text = files.read(NAME).map(it -> new String(it, StandardCharsets.UTF_8)).orElse("");
    for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
      String line = lines.next();
      try {
        remarks.add(RunJson.MAPPER.readValue(line, Remark.class));
      } catch (JsonProcessingException e) {
        throw new RunException(
            "%s: line %d: expected a remark: %s"
                .formatted(files.place(NAME), remarks.size() + 1, RunJson.problem(e)));
      }
    }
    return remarks;
  }
}
