package org.defcore.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.URI;
import java.util.IdentityHashMap;
import java.util.List;

/** The breaches of JSON Schemas by bodies. */
final class SchemaBreaches {

  private static final URI SCHEMA = URI.create("urn:form");

  private final IdentityHashMap<JsonNode, Validator> validators = new IdentityHashMap<>();

  List<Breach> of(JsonNode schema, JsonNode body) {
    return validators
        .computeIfAbsent(schema, SchemaBreaches::validator)
        .validate(SCHEMA, body)
        .getErrors()
        .stream()
        .map(it -> new Breach(it.getInstanceLocation(), rule(it.getKeyword()), it.getError()))
        .toList();
  }

  private static Validator validator(JsonNode schema) {
    Validator validator =
        new ValidatorFactory()
            .withDisabledSchemaValidation(true)
            .withJsonNodeFactory(new JacksonNode.Factory())
            .createValidator();
    validator.registerSchema(SCHEMA, schema);
    return validator;
  }

  private static String rule(String keyword) {
    return keyword == null ? "additionalProperties" : keyword;
  }
}
