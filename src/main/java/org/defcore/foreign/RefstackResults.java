package org.defcore.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import org.defcore.guideline.TestId;

/**
 * The JSON of RefStack's API v1: what refstack-client uploads, tests with their ids, and what the
 * server answers, names alone. Either has the tests that passed.
 */
final class RefstackResults implements ResultFormat {

  /** The id of a cloud begins so where this program wrote it of a simulated one. */
  private static final String SIMULATED = "simulated-";

  @Override
  public String title() {
    return "RefStack result file";
  }

  @Override
  public boolean begins(String head) {
    return head.stripLeading().startsWith("{")
        && (head.contains("\"results\"") || head.contains("\"cpid\""));
  }

  @Override
  public boolean passesOnly() {
    return true;
  }

  @Override
  public void read(InputStream in, Gathered into) throws IOException {
    ObjectNode root = JsonDocument.object(in);
    JsonNode results = root.path("results");
    if (!results.isArray()) {
      throw new FormatProblem("/results: expected a list of tests");
    }
    if (JsonDocument.text(root.path("cpid")).startsWith(SIMULATED)) {
      into.ofSimulatedCloud();
    }
    int position = 0;
    for (JsonNode result : results) {
      String where = "/results/" + position++;
      RunningTest test = into.begin(where, name(result, where));
      into.add(test.ended(SourceStatus.SUCCESS));
    }
  }

  private static String name(JsonNode result, String where) throws FormatProblem {
    if (result.isTextual()) {
      return result.textValue();
    }
    if (!result.isObject()) {
      throw new FormatProblem(where + ": expected the name of a test, or an object with one");
    }
    String name = JsonDocument.text(result.path("name"));
    JsonNode uuid = result.path("uuid");
    if (uuid.isMissingNode() || uuid.isNull() || JsonDocument.text(uuid).isEmpty()) {
      return name;
    }
    String id =
        TestId.parse(JsonDocument.text(uuid))
            .map(TestId::toString)
            .orElseThrow(
                () ->
                    new FormatProblem(
                        "%s/uuid: expected a UUID but found %s".formatted(where, uuid)));
    // In its own place, before a scenario.
    String plain = NameMatcher.variant(name);
    int scenario = plain.indexOf('(');
    return scenario < 0
        ? "%s[id-%s]".formatted(plain, id)
        : "%s[id-%s]%s"
            .formatted(plain.substring(0, scenario).strip(), id, plain.substring(scenario));
  }
}
