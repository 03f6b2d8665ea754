package org.defcore.simcloud.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceTypeTest {

  private final FaultTable faults =
      new FaultTable(
          Json.document(
              """
              {"Missing": "404 Line %s is not there",
               "Bad": {"every": "400 Bad: %s",
                "unknown": "%s", "not-at-first": "%s cannot be sent", "required": "%s is required",
                "fixed": "%s is fixed", "unfit": "%s: %s", "not-a-flag": "%s is no flag",
                "not-a-number": "%s is no number", "admin": "%s_%s:%s is for admins"}}
              """),
          (status, type, message) ->
              Reply.json(status, Json.object().put("type", type).put("message", message)));
  private final Forms forms =
      new Forms(faults).matching("range", "IP subnet", it -> it.contains("/"));
  private final ResourceType type =
      ResourceType.all(
              Json.document(
                  """
                  {"every": {"id": {}},
                   "security_line": {"missing": "Missing", "attributes": {
                    "name": {"form": "text", "usual": ""},
                    "network_id": {"form": "text", "is": ["required", "fixed"]},
                    "speed": {"form": "number"},
                    "fast": {"form": "flag", "usual": false, "is": ["admin"]},
                    "kind": {"form": ["a", "b"], "usual": "a", "is": ["kept"]},
                    "nameservers": {"form": ["range"], "usual": []},
                    "route": {"form": {"to": "range", "by~": "range or null"}},
                    "later": {"form": "text", "is": ["later"]},
                    "status": {"usual": "DOWN"},
                    "number": {"is": ["hidden"]}}}}
                  """),
              "/v1",
              forms)
          .get(0);

  @Test
  void isNamedByItsOneWord() {
    assertThat(type.plural()).isEqualTo("security_lines");
    assertThat(type.reference()).isEqualTo("security_line_id");
    assertThat(type.path(Json.object().put("id", "7"))).isEqualTo("/v1/security-lines/7");
    assertThat(type.notFound("x").reply().json().orElseThrow().toString())
        .isEqualTo("{\"type\":\"Missing\",\"message\":\"Line x is not there\"}");
  }

  @Test
  void convertsWhatIsSentAndCompletesTheRest() {
    ObjectNode made = type.wanted(sent("\"speed\": \"10\", \"fast\": \"False\""));
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
          "colour": 1              | Bad: colour
          "status": "UP"           | Bad: status cannot be sent
          "later": "x"             | Bad: later cannot be sent
          "name": 5                | Bad: name: '5' is not a valid string
          "name": null             | Bad: name: 'None' is not a valid string
          "speed": "x"             | Bad: x is no number
          "fast": true             | Bad: create_security_line:fast is for admins
          "fast": "maybe"          | Bad: maybe is no flag
          "kind": "c"              | Bad: kind: c is not in valid_values
          "nameservers": "x"       | Bad: nameservers: 'x' is not a list
          "nameservers": ["x"]     | Bad: nameservers: 'x' is not a valid IP subnet
          "route": 1               | Bad: route: '1' is not a dictionary
          "route": {"via": "x"}    | Bad: route: Unexpected keys supplied: via
          "route": {"by": null}    | Bad: route: Expected keys: [to]
          """)
  void refusesWhatItsAttributesForbid(String attribute, String message) {
    refuses(message, () -> type.wanted(sent(attribute)));
  }

  @Test
  void asksForWhatIsRequired() {
    refuses("Bad: network_id is required", () -> type.wanted(Json.object()));
  }

  @Test
  void changesOnlyWhatMayChange() {
    ObjectNode before = Json.object().put("network_id", "x").put("kind", "a");

    assertThat(type.changes(Json.object().put("name", "new").put("kind", "a"), before).toString())
        .isEqualTo("{\"name\":\"new\",\"kind\":\"a\"}");
    refuses(
        "Bad: network_id is fixed",
        () -> type.changes(Json.object().put("network_id", "x"), before));
    refuses("Bad: kind is fixed", () -> type.changes(Json.object().put("kind", "b"), before));
  }

  private static void refuses(String message, Runnable work) {
    assertThatExceptionOfType(Refusal.class).isThrownBy(work::run).withMessage(message);
  }

  private static ObjectNode sent(String attribute) {
    return (ObjectNode) Json.document("{\"network_id\": \"x\", " + attribute + "}");
  }
}
