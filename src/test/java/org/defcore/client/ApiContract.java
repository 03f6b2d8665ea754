package org.defcore.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The promises of a service about its answers: its {@code contract.yaml} says how it is read. */
public final class ApiContract {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
  private static final String ITSELF = "itself";

  /** Parts names of fields, or methods, of which the same is promised. */
  private static final Pattern SAME = Pattern.compile(", ");

  /**
   * A promise that is not kept.
   *
   * @param at pointer into the body
   * @param rule the keyword of JSON Schema, or {@code itself}, {@code status} or {@code body}
   */
  public record Breach(String at, String rule, String message) {

    @Override
    public String toString() {
      return "%s: %s: %s".formatted(at, rule, message);
    }
  }

  /** An answer that is to be looked at. */
  public record Answered(String method, String path, int status, JsonNode body) {}

  private record Promise(String call, Map<Integer, List<JsonNode>> answers) {

    /** The last part of the path, if the answer is about the one thing that it names. */
    private Optional<String> one(Answered answered) {
      return call.endsWith("}")
          ? Optional.of(answered.path().replaceFirst("\\?.*", "").replaceFirst(".*/", ""))
          : Optional.empty();
    }

    private boolean isOf(Answered answered) {
      String path = answered.path().replaceFirst("\\?.*", "");
      return (answered.method() + " " + path)
          .matches(PLACE.matcher(call).replaceAll(Matcher.quoteReplacement("[^/]+")));
    }

    private int places() {
      return (int) PLACE.matcher(call).results().count();
    }
  }

  private final List<Promise> promises = new ArrayList<>();
  private final Map<JsonNode, URI> known = new HashMap<>();
  private final List<JsonNode> faults;
  private final Validator validator =
      new ValidatorFactory()
          .withDisabledSchemaValidation(true)
          .withJsonNodeFactory(new JacksonNode.Factory())
          .createValidator();

  /**
   * @param client a class beside the data
   */
  public ApiContract(Class<?> client) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(1000);
    try (InputStream yaml = client.getResourceAsStream("contract.yaml")) {
      JsonNode all = JSON.valueToTree(new Yaml(new SafeConstructor(options)).<Object>load(yaml));
      faults = alternatives(all.path("fault"));
      for (Map.Entry<String, JsonNode> entry : all.properties()) {
        String[] call = entry.getKey().split(" (?=/)", 2);
        if (call.length == 2) {
          SAME.splitAsStream(call[0])
              .forEach(it -> promises.add(promise(it + " " + call[1], entry.getValue())));
        }
      }
    }
    promises.sort(Comparator.comparingInt(Promise::places));
  }

  private Promise promise(String call, JsonNode statuses) {
    Map<Integer, List<JsonNode>> answers = new HashMap<>();
    statuses
        .properties()
        .forEach(it -> answers.put(Integer.valueOf(it.getKey()), alternatives(it.getValue())));
    return new Promise(call, answers);
  }

  private List<JsonNode> alternatives(JsonNode forms) {
    Stream<JsonNode> all = forms.isArray() ? forms.valueStream() : Stream.of(forms);
    return all.map(ApiContract::schema).peek(this::register).toList();
  }

  private void register(JsonNode schema) {
    URI uri = URI.create("urn:" + known.size());
    if (known.putIfAbsent(schema, uri) == null) {
      validator.registerSchema(uri, schema);
    }
  }

  private static JsonNode schema(JsonNode form) {
    if (form.isNull() || isSchema(form)) {
      return form;
    }
    ObjectNode schema = JSON.createObjectNode();
    if (form.isArray()) {
      return schema.put("type", "array").set("items", schema(form.path(0)));
    }
    schema.put("type", "object");
    for (Map.Entry<String, JsonNode> field : form.properties()) {
      SAME.splitAsStream(field.getKey()).forEach(it -> put(it, field.getValue(), schema));
    }
    return schema;
  }

  private static void put(String key, JsonNode form, ObjectNode schema) {
    String name = key.replaceFirst("~$", "");
    if (name.equals(ITSELF)) {
      schema.set(ITSELF, form);
    } else if (name.equals("*")) {
      schema
          .put("minProperties", name.equals(key) ? 1 : 0)
          .set("additionalProperties", schema(form));
    } else {
      schema.withObject("/properties").set(name, schema(form));
      if (name.equals(key)) {
        schema.withArray("/required").add(name);
      }
    }
  }

  private static boolean isSchema(JsonNode form) {
    JsonNode type = form.path("type");
    return type.isTextual() || type.isArray() || form.path("enum").isArray();
  }

  /** The breaches of an answer; nothing at all if the contract does not know the call. */
  public Optional<List<Breach>> breaches(Answered answered) {
    if (answered.status() >= 400) {
      return Optional.of(answered.body().isObject() ? breaches(faults, answered) : List.of());
    }
    return promises.stream()
        .filter(it -> it.isOf(answered))
        .findFirst()
        .map(it -> breaches(it, answered));
  }

  private List<Breach> breaches(Promise promise, Answered answered) {
    List<JsonNode> answers = promise.answers().getOrDefault(answered.status(), List.of());
    if (answers.isEmpty()) {
      String message = "%s: %d".formatted(promise.call(), answered.status());
      return List.of(new Breach("", "status", message));
    }
    List<Breach> found = new ArrayList<>(breaches(answers, answered));
    JsonNode schema = fitting(answers, answered.body());
    Optional<String> one = promise.one(answered);
    if (schema.has(ITSELF)) {
      itself(schema, answered.body(), one, found);
      return found;
    }
    for (Map.Entry<String, JsonNode> part : schema.path("properties").properties()) {
      itself(part.getValue(), answered.body().path(part.getKey()), one, found);
    }
    return found;
  }

  private List<Breach> breaches(List<JsonNode> answers, Answered answered) {
    JsonNode schema = fitting(answers, answered.body());
    if (schema.isNull() || answered.body().isMissingNode()) {
      return schema.isNull() && answered.body().isMissingNode()
          ? List.of()
          : List.of(new Breach("", "body", schema.isNull() ? "there is one" : "there is none"));
    }
    boolean partial = answered.path().matches(".*[?&]fields=.*");
    return validator.validate(known.get(schema), answered.body()).getErrors().stream()
        .map(it -> new Breach(it.getInstanceLocation(), rule(it.getKeyword()), it.getError()))
        .filter(it -> !partial || !it.rule().equals("required"))
        .toList();
  }

  private static String rule(String keyword) {
    return keyword == null ? "additionalProperties" : keyword;
  }

  private static JsonNode fitting(List<JsonNode> answers, JsonNode body) {
    return answers.stream()
        .filter(
            it ->
                it.isNull()
                    ? body.isMissingNode()
                    : it.path("required").valueStream().allMatch(key -> body.has(key.asText())))
        .findFirst()
        .orElse(answers.get(0));
  }

  /** Looks for ids and links that lead elsewhere, in a thing and in what it holds. */
  private static void itself(
      JsonNode schema, JsonNode thing, Optional<String> one, List<Breach> found) {
    if (thing.isArray()) {
      thing.forEach(it -> itself(schema.path("items"), it, Optional.empty(), found));
      return;
    }
    List<String> places = schema.path(ITSELF).valueStream().map(JsonNode::asText).toList();
    if (!places.isEmpty()) {
      String own = thing.at(places.get(0)).asText();
      String id = one.filter(it -> !own.isEmpty()).orElse(own);
      places.forEach(it -> requireOwn(it, id, thing, found));
    }
    for (Map.Entry<String, JsonNode> part : schema.path("properties").properties()) {
      itself(part.getValue(), thing.path(part.getKey()), Optional.empty(), found);
    }
  }

  private static void requireOwn(String place, String id, JsonNode thing, List<Breach> found) {
    String[] parts = place.split(" ", 2);
    String own = parts.length == 1 ? id : parts[1].replace("{id}", id);
    for (String value : values(List.of(thing), parts[0])) {
      if (!value.equals(own) && !value.endsWith("/" + own)) {
        found.add(new Breach(parts[0], ITSELF, "\"%s\" is not of %s".formatted(value, id)));
      }
    }
  }

  private static List<String> values(List<JsonNode> nodes, String place) {
    List<JsonNode> next = nodes;
    for (String step : place.substring(1).split("/", -1)) {
      next =
          next.stream()
              .flatMap(it -> step.equals("*") ? it.valueStream() : Stream.of(it.path(step)))
              .filter(it -> !it.isMissingNode())
              .toList();
    }
    return next.stream().map(JsonNode::asText).toList();
  }
}
