package org.defcore.simcloud.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents beside the schemas of {@code requests.yaml}. */
final class SchemasTest {

  private static final Microversions VERSIONS =
      new Microversions("compute", new Microversion(2, 1), new Microversion(2, 90), "");

  private final Schemas schemas =
      Schemas.of(
          SchemasTest.class,
          VERSIONS::of,
          it -> new Refusal(Reply.empty(400), String.join("/", it.path()) + ": " + it.sentence()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                  | : None is not of type 'object'
          {"thing"                            | : Malformed request body
          []                                  | : [] is not of type 'object'
          {}                                  | : 'thing' is a required property
          {"thing": {"name": "a"}, "x": 1}    | : Additional properties are not allowed ('x' was unexpected)
          {"thing": null}                     | thing: Invalid input for field/attribute thing. Value: None. None is not of type 'object'
          {"thing": {}}                       | thing: Invalid input for field/attribute thing. Value: {}. 'name' is a required property
          {"thing": {"name": ""}}             | thing/name: Invalid input for field/attribute name. Value: . '' is too short
          {"thing": {"name": "0123456789"}}   | thing/name: Invalid input for field/attribute name. Value: 0123456789. '0123456789' is too long
          {"thing": {"name": 5}}              | thing/name: Invalid input for field/attribute name. Value: 5. 5 is not of type 'string'
          """)
  void refusesADocumentInTheWordsOfTheServices(String document, String complaint)
      throws IOException {
    assertThat(complaint("2.1", document)).contains(complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "size": 0              | size. Value: 0. 0 is less than the minimum of 1
          "size": 6              | size. Value: 6. 6 is greater than the maximum of 5
          "size": "x"            | size. Value: x. 'x' does not match '^[0-9]+$'
          "size": true           | size. Value: True. True is not of type 'integer', 'string'
          "flag": "it's"         | flag. Value: it's. "it's" is not one of [True, 'on']
          "image": "x"           | image. Value: x. 'x' is not valid under any of the given schemas
          "address": "10.0.0"    | address. Value: 10.0.0. '10.0.0' is not a 'ipv4'
          "list": []             | list. Value: []. [] is too short
          "list": ["a", "a"]     | list. Value: ['a', 'a']. ['a', 'a'] has non-unique elements
          "list": ["a", ""]      | 1. Value: . '' is too short
          "metadata": {}         | metadata. Value: {}. {} does not have enough properties
          "metadata": {"A": "b"} | metadata. Value: {'A': 'b'}. 'A' does not match any of the regexes: '^[a-z]+$'
          "metadata": {"a": 1.5} | a. Value: 1.5. 1.5 is not of type 'string'
          """)
  void saysWhichFieldIsWrongAndWhy(String field, String complaint) throws IOException {
    assertThat(complaint("2.1", "{\"thing\": {\"name\": \"a\", %s}}".formatted(field)))
        .hasValueSatisfying(
            it -> assertThat(it).endsWith("Invalid input for field/attribute " + complaint));
  }

  @Test
  void takesTheWordsThatASchemaHasForItself() throws IOException {
    assertThat(complaint("2.1", "{\"thing\": {\"name\": \"a\", \"title\": \" b\"}}"))
        .contains(": A title does not start with a blank.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          2.8  | "old": null                  | ``
          2.8  | "note": "x"                  | Additional properties are not allowed ('note' was unexpected)
          2.9  | "note": "long"               | ``
          2.10 | "note": "long"               | 'long' is too long
          2.10 | "old": null                  | 'note' is a required property
          2.90 | "note": "x", "old": null     | Additional properties are not allowed ('old' was unexpected)
          2.90 | "note": "x", "z": 1, "y": 2  | Additional properties are not allowed ('z', 'y' were unexpected)
          """)
  void changesWithTheVersions(String version, String fields, String complaint) throws IOException {
    Optional<String> said = complaint(version, "{\"thing\": {\"name\": \"a\", " + fields + "}}");

    assertThat(said.orElse(""))
        .endsWith(complaint)
        .matches(it -> it.isEmpty() == complaint.isEmpty());
  }

  @Test
  void leavesOperationsAloneThatHaveNoSchema() {
    Operation operation = Operation.of("thing.list", "GET /things", it -> Reply.empty(200));

    assertThat(schemas.guard(operation)).isSameAs(operation);
  }

  private Optional<String> complaint(String version, String document) throws IOException {
    Operation operation =
        Operation.of("thing.create", "POST /things", it -> Reply.json(200, it.sent("thing")));
    try {
      schemas.guard(operation).handler().answer(request(version, document));
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(refusal.getMessage());
    }
  }

  private static Incoming request(String version, String document) {
    return new Incoming(
        "POST",
        "/things",
        "http://cloud",
        "",
        Map.<String, List<String>>of(),
        Map.of("openstack-api-version", "compute " + version),
        Map.of(),
        new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
        Optional.empty());
  }
}
