package org.defcore.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The JSON that {@code rally verify report --type json} writes, of any number of verifications. */
final class RallyResults implements ResultFormat {

  @Override
  public String title() {
    return "rally verify report";
  }

  @Override
  public boolean begins(String head) {
    return head.stripLeading().startsWith("{") && head.contains("\"verifications\"");
  }

  @Override
  public void read(InputStream in, Gathered into) throws IOException {
    ObjectNode root = JsonDocument.object(in);
    JsonNode tests = root.path("tests");
    if (!tests.isObject()) {
      throw new FormatProblem("/tests: expected an object of tests");
    }
    for (Map.Entry<String, JsonNode> test : tests.properties()) {
      String where = "/tests/" + test.getKey();
      JsonNode runs = test.getValue().path("by_verification");
      if (!runs.isObject()) {
        throw new FormatProblem(where + "/by_verification: expected an object of results");
      }
      for (Map.Entry<String, JsonNode> run : runs.properties()) {
        JsonNode verification = root.path("verifications").path(run.getKey());
        RunningTest begun = into.begin(where, name(test.getKey(), test.getValue()));
        begun.begins(started(verification));
        into.add(result(begun, run.getValue(), where));
      }
    }
  }

  /** The key has the tags in brackets, of any order; they are put there where it has not. */
  private static String name(String key, JsonNode test) {
    String name = JsonDocument.text(test.path("name"));
    for (JsonNode tag : test.path("tags")) {
      if (!key.contains("[") && JsonDocument.text(tag).startsWith("id-")) {
        return "%s[%s]".formatted(name.isEmpty() ? key : name, tag.textValue());
      }
    }
    return key;
  }

  private static ForeignResult result(RunningTest test, JsonNode run, String where)
      throws FormatProblem {
    String word = JsonDocument.text(run.path("status"));
    SourceStatus status =
        SourceStatus.of(word)
            .orElseThrow(
                () -> new FormatProblem("%s: no status is called \"%s\"".formatted(where, word)));
    test.took(SourceTimes.seconds(run.path("duration").asText()));
    test.says(JsonDocument.text(run.path("details")));
    return test.ended(status);
  }

  /** The time of the whole verification, as tests have none of their own there. */
  private static Optional<Instant> started(JsonNode verification) {
    return SourceTimes.instant(JsonDocument.text(verification.path("started_at")));
  }
}
