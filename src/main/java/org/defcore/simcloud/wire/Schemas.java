package org.defcore.simcloud.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The JSON Schemas of the documents sent to a service, by the names of its operations, read from
 * {@code requests.yaml} beside its code. An entry with neither type nor properties is the keys that
 * a document has to have. A key that is a microversion, in quotes, holds what changes in its schema
 * from that version on: objects are merged, a null takes away, the rest replaces. A schema with the
 * word {@code says} has a complaint of its own. Never changed once it is read.
 */
public final class Schemas {

  private static final Microversion FIRST = new Microversion(0, 0);

  private record Variant(URI uri, JsonNode schema) {}

  private final Validator validator =
      new ValidatorFactory()
          .withDisabledSchemaValidation(true)
          .withJsonNodeFactory(new JacksonNode.Factory())
          .withEvaluatorFactory(new FormatEvaluatorFactory())
          .createValidator();
  private final Map<String, NavigableMap<Microversion, Variant>> variants = new HashMap<>();
  private final Function<Incoming, Microversion> version;
  private final Function<Complaint, Refusal> fault;

  private Schemas(
      JsonNode all, Function<Incoming, Microversion> version, Function<Complaint, Refusal> fault) {
    this.version = version;
    this.fault = fault;
    for (Map.Entry<String, JsonNode> request : all.properties()) {
      if (request.getValue().isObject()) {
        register(request.getKey(), schema(request.getValue()));
      }
    }
  }

  /** Schemas of a service without microversions. */
  public static Schemas of(Class<?> service, Function<Complaint, Refusal> fault) {
    return new Schemas(Json.data(service, "requests.yaml"), request -> FIRST, fault);
  }

  /**
   * Schemas of a service with versions.
   *
   * @param version the version that a request is written in
   */
  public static Schemas of(
      Class<?> service,
      Function<Incoming, Microversion> version,
      Function<Complaint, Refusal> fault) {
    return new Schemas(Json.data(service, "requests.yaml"), version, fault);
  }

  private static JsonNode schema(JsonNode entry) {
    return entry.path("type").isTextual() || entry.has("properties")
        ? entry
        : Json.form(
            """
            {"type": "object", "additionalProperties": false, "required": %s, "properties": %s}
            """,
            entry.properties().stream().map(Map.Entry::getKey).toList(), entry);
  }

  private void register(String name, JsonNode schema) {
    NavigableSet<Microversion> changes = new TreeSet<>(Set.of(FIRST));
    collect(schema, changes);
    NavigableMap<Microversion, Variant> byVersion = new TreeMap<>();
    for (Microversion since : changes) {
      URI uri = URI.create("urn:" + name + ":" + since);
      Variant variant = new Variant(uri, in(since, schema));
      validator.registerSchema(uri, variant.schema());
      byVersion.put(since, variant);
    }
    variants.put(name, byVersion);
  }

  private static void collect(JsonNode schema, Set<Microversion> found) {
    schema.properties().forEach(it -> Microversion.parse(it.getKey()).ifPresent(found::add));
    schema.forEach(it -> collect(it, found));
  }

  private static JsonNode in(Microversion version, JsonNode schema) {
    if (!schema.isObject()) {
      return schema.isArray()
          ? Json.array(schema.valueStream().map(it -> in(version, it)).toList())
          : schema;
    }
    ObjectNode result = Json.object();
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      JsonNode value = in(version, entry.getValue());
      Optional<Microversion> since = Microversion.parse(entry.getKey());
      if (since.isEmpty()) {
        result.set(entry.getKey(), value);
      } else if (since.get().compareTo(version) <= 0) {
        merge(result, value);
      }
    }
    return result;
  }

  private static void merge(ObjectNode schema, JsonNode change) {
    for (Map.Entry<String, JsonNode> entry : change.properties()) {
      if (entry.getValue().isNull()) {
        schema.remove(entry.getKey());
      } else if (schema.get(entry.getKey()) instanceof ObjectNode inner) {
        merge(inner, entry.getValue());
      } else {
        schema.set(entry.getKey(), entry.getValue());
      }
    }
  }

  /** The operation as it is reached by documents only that keep its schema, if it has one. */
  public Operation guard(Operation operation) {
    NavigableMap<Microversion, Variant> known = variants.get(operation.name());
    return known == null
        ? operation
        : operation.with(
            request -> {
              require(request, known);
              return operation.handler().answer(request);
            });
  }

  private void require(Incoming request, NavigableMap<Microversion, Variant> known)
      throws IOException {
    byte[] sent = request.peek();
    JsonNode document =
        sent.length == 0
            ? NullNode.getInstance()
            : Json.read(sent).orElseThrow(() -> fault.apply(Complaint.MALFORMED));
    require(known.headMap(version.apply(request), true).lastEntry().getValue(), document);
  }

  private void require(Variant variant, JsonNode document) {
    Optional<Complaint> complaint =
        validator.validate(variant.uri(), document).getErrors().stream()
            .filter(it -> !it.getEvaluationPath().matches(".*/(anyOf|oneOf)/.*"))
            .findFirst()
            .map(it -> Complaint.of(it, document, variant.schema()));
    if (complaint.isPresent()) {
      throw fault.apply(complaint.get());
    }
  }

  /** Refuses a document that does not keep the newest schema of this name. */
  public void require(String name, JsonNode document) {
    require(newest(name), document);
  }

  /** A schema in its newest version, to be shown. */
  public JsonNode schema(String name) {
    return newest(name).schema().deepCopy();
  }

  private Variant newest(String name) {
    return Optional.ofNullable(variants.get(name)).orElseThrow().lastEntry().getValue();
  }
}
