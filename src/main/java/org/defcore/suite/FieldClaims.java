package org.defcore.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.defcore.http.json.StrictJson;

/** Claims about the fields of an answer. */
public final class FieldClaims {

  // A field that a record lacks is null, one that a document lacks is not there.
  private static final ObjectMapper WHOLE =
      StrictJson.MAPPER.copy().setDefaultPropertyInclusion(Include.ALWAYS);

  private FieldClaims() {}

  /**
   * Passes if an answer has each field that was asked for or answered before, with the same value.
   *
   * @param expected a request or an answer, as a document or a record
   * @param call that was answered: {@code PUT /v2.0/ports/1}
   */
  public static void assertKeeps(Object expected, String call, Object answer) {
    JsonNode found = WHOLE.valueToTree(answer);
    List<String> differences = new ArrayList<>();
    JsonNode fields = WHOLE.valueToTree(expected);
    for (String field : (Iterable<String>) fields::fieldNames) {
      if (!fields.path(field).equals(found.path(field))) {
        String value = found.has(field) ? found.path(field).toString() : "no such field";
        differences.add(
            "/%s: expected %s but found %s".formatted(field, fields.path(field), value));
      }
    }
    assertThat(differences).as("fields in %s", call).isEmpty();
  }
}
