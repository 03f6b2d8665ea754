package org.defcore.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.service.Service;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the contract of a service. What an alias stands for is read once, wherever it is used. */
final class ContractReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Parts names of fields, or methods, of which the same is promised. */
  private static final Pattern SAME = Pattern.compile(", ");

  private static final int MOST_ALIASES = 1000;

  private final IdentityHashMap<Object, JsonNode> read = new IdentityHashMap<>();
  private final IdentityHashMap<JsonNode, JsonNode> schemas = new IdentityHashMap<>();
  private final IdentityHashMap<JsonNode, Form> forms = new IdentityHashMap<>();

  private ContractReader() {}

  static ContractFile read(Service service) {
    String room = service.word().replace("-", "");
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(MOST_ALIASES);
    try (InputStream yaml =
        ContractReader.class.getResourceAsStream(
            "/org/defcore/client/" + room + "/contract.yaml")) {
      ContractReader reader = new ContractReader();
      return reader.file(
          reader.read(new Yaml(new SafeConstructor(options)).<Map<String, Object>>load(yaml)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode read(Object value) {
    JsonNode before = read.get(value);
    if (before != null) {
      return before;
    }
    JsonNode node;
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = JSON.createObjectNode();
      map.forEach((key, part) -> object.set(String.valueOf(key), read(part)));
      node = object;
    } else if (value instanceof List<?> list) {
      ArrayNode array = JSON.createArrayNode();
      list.forEach(it -> array.add(read(it)));
      node = array;
    } else {
      return value instanceof String text ? TextNode.valueOf(text) : JSON.valueToTree(value);
    }
    read.put(value, node);
    return node;
  }

  private ContractFile file(JsonNode all) {
    List<Promise> promises = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : all.properties()) {
      String[] call = entry.getKey().split(" (?=/)", 2);
      if (call.length == 2) {
        Map<Integer, List<Form>> answers = new HashMap<>();
        entry
            .getValue()
            .properties()
            .forEach(it -> answers.put(Integer.valueOf(it.getKey()), forms(it.getValue())));
        SAME.splitAsStream(call[0])
            .map(it -> Promise.of(it, call[1], answers))
            .forEach(promises::add);
      }
    }
    promises.sort(Comparator.comparingInt(Promise::places));
    return new ContractFile(
        promises.stream().collect(Collectors.groupingBy(Promise::key)),
        forms(all.path("fault")),
        Optional.of(all.path("version").asText()).filter(it -> !it.isEmpty()));
  }

  private List<Form> forms(JsonNode alternatives) {
    Stream<JsonNode> all =
        alternatives.isArray() ? alternatives.valueStream() : Stream.of(alternatives);
    return all.map(it -> forms.computeIfAbsent(schema(it), Form::of)).toList();
  }

  private JsonNode schema(JsonNode form) {
    if (form.isNull() || isSchema(form)) {
      return form;
    }
    JsonNode before = schemas.get(form);
    if (before != null) {
      return before;
    }
    ObjectNode schema = JSON.createObjectNode();
    if (form.isArray()) {
      schema.put("type", "array").set("items", schema(form.path(0)));
    } else {
      schema.put("type", "object");
      for (Map.Entry<String, JsonNode> field : form.properties()) {
        SAME.splitAsStream(field.getKey()).forEach(it -> put(it, field.getValue(), schema));
      }
    }
    schemas.put(form, schema);
    return schema;
  }

  private void put(String key, JsonNode form, ObjectNode schema) {
    boolean required = !key.endsWith("~");
    String name = required ? key : key.substring(0, key.length() - 1);
    if (Thing.WORDS.contains(name) && form.path(0).isTextual()) {
      schema.set(name, form);
    } else if (name.equals("*")) {
      schema.put("minProperties", required ? 1 : 0).set("additionalProperties", schema(form));
    } else {
      schema.withObject("/properties").set(name, schema(form));
      if (required) {
        schema.withArray("/required").add(name);
      }
    }
  }

  private static boolean isSchema(JsonNode form) {
    JsonNode type = form.path("type");
    return type.isTextual() || type.isArray() || form.path("enum").isArray();
  }
}
