package org.defcore.simcloud.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkResourceTest {

  private static final Caller CALLER = new Caller("user", Optional.of("own"));

  private final NetworkResource type =
      NetworkResource.of(
          "security_line",
          Json.document(
              """
              {"missing": "SecurityGroupNotFound", "attributes": {
                "name": {"form": "text", "usual": ""},
                "network_id": {"form": "uuid", "is": ["required", "fixed"]},
                "speed": {"form": "number"},
                "fast": {"form": "flag", "usual": false, "is": ["admin"]},
                "kind": {"form": ["a", "b"], "usual": "a"},
                "nameservers": {"form": ["address"], "usual": []},
                "route": {"form": {"to": "range", "by~": "address or null"}},
                "later": {"form": "text", "is": ["later"]},
                "status": {"usual": "DOWN"},
                "number": {"is": ["hidden"]}}}
              """));

  @Test
  void isNamedAsTheServiceDoes() {
    assertThat(type.plural()).isEqualTo("security_lines");
    assertThat(type.collection()).isEqualTo("security-lines");
    assertThat(type.notFound("x").reply().json().orElseThrow().path("NeutronError").toString())
        .isEqualTo(
            "{\"type\":\"SecurityGroupNotFound\",\"message\":\"Security group x does not exist\",\"detail\":\"\"}");
  }

  @Test
  void convertsWhatIsSentAndCompletesTheRest() {
    ObjectNode made = type.wanted(sent("\"speed\": \"10\", \"fast\": \"False\""), CALLER);
    type.complete(made);

    assertThat(made.path("speed").isInt()).isTrue();
    assertThat(made.path("fast").isBoolean()).isTrue();
    assertThat(made.path("status").asText()).isEqualTo("DOWN");
    assertThat(made.path("nameservers").isArray()).isTrue();
    assertThat(type.shown(made.put("number", 1)).has("number")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "colour": 1              | Unrecognized attribute(s) 'colour'
          "status": "UP"           | Attribute 'status' not allowed in POST
          "later": "x"             | Attribute 'later' not allowed in POST
          "project_id": "other"    | Specifying 'project_id' or 'tenant_id' other than the authenticated project in request requires admin or advsvc privileges
          "name": 5                | Invalid input for name. Reason: '5' is not a valid string.
          "name": null             | Invalid input for name. Reason: 'None' is not a valid string.
          "speed": "x"             | Invalid input for operation: 'x' is not an integer.
          "fast": true             | rule:create_security_line:fast is disallowed by policy
          "fast": "maybe"          | Invalid input for operation: 'maybe' cannot be converted to boolean.
          "kind": "c"              | Invalid input for kind. Reason: c is not in valid_values.
          "nameservers": "x"       | Invalid input for nameservers. Reason: 'x' is not a list.
          "nameservers": ["x"]     | Invalid input for nameservers. Reason: 'x' is not a valid IP address.
          "route": 1               | Invalid input for route. Reason: '1' is not a dictionary.
          "route": {"via": "x"}    | Invalid input for route. Reason: Unexpected keys supplied: via.
          "route": {"by": null}    | Invalid input for route. Reason: Expected keys: [to].
          """)
  void refusesWhatItsAttributesForbid(String attribute, String message) {
    refuses(message, () -> type.wanted(sent(attribute), CALLER));
  }

  @Test
  void asksForWhatIsRequired() {
    refuses(
        "Failed to parse request. Required attribute 'network_id' not specified",
        () -> type.wanted(Json.object(), CALLER));
  }

  @Test
  void changesOnlyWhatMayChange() {
    assertThat(type.changes(Json.object().put("name", "new"), CALLER).toString())
        .isEqualTo("{\"name\":\"new\"}");
    refuses(
        "Cannot update read-only attribute network_id",
        () -> type.changes(Json.object().put("network_id", "x"), CALLER));
  }

  private static void refuses(String message, Runnable work) {
    assertThatExceptionOfType(Refusal.class).isThrownBy(work::run).withMessage(message);
  }

  private static ObjectNode sent(String attribute) {
    return (ObjectNode)
        Json.document(
            "{\"network_id\": \"6e1b3f8c-53f5-4a0e-8f0c-2d7a4a6f1f10\", " + attribute + "}");
  }
}
