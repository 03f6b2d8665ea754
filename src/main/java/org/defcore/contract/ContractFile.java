package org.defcore.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.service.Service;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * {@code contract.yaml} beside the client of a service; that of networking says how it is read.
 *
 * @param promises by method and number of parts of the path, the most definite first
 * @param faults JSON Schemas of the bodies of errors
 * @param version the microversion of answers to requests that name none
 */
record ContractFile(
    Map<String, List<Promise>> promises, List<JsonNode> faults, Optional<String> version) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Parts names of fields, or methods, of which the same is promised. */
  private static final Pattern SAME = Pattern.compile(", ");

  private static final int MOST_ALIASES = 1000;

  /** Read once a process: a program may make many runs, and they do not change. */
  private static final Map<Service, ContractFile> ALL =
      Arrays.stream(Service.values())
          .collect(Collectors.toUnmodifiableMap(it -> it, ContractFile::read));

  static ContractFile of(Service service) {
    return Objects.requireNonNull(ALL.get(service));
  }

  private static ContractFile read(Service service) {
    String room = service.word().replace("-", "");
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(MOST_ALIASES);
    try (InputStream yaml =
        ContractFile.class.getResourceAsStream("/org/defcore/client/" + room + "/contract.yaml")) {
      return of(JSON.valueToTree(new Yaml(new SafeConstructor(options)).<Object>load(yaml)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ContractFile of(JsonNode all) {
    List<Promise> promises = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : all.properties()) {
      String[] call = entry.getKey().split(" (?=/)", 2);
      if (call.length == 2) {
        Map<Integer, List<JsonNode>> answers = new HashMap<>();
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

  private static List<JsonNode> forms(JsonNode forms) {
    Stream<JsonNode> all = forms.isArray() ? forms.valueStream() : Stream.of(forms);
    return all.map(ContractFile::schema).peek(ContractFile::mark).toList();
  }

  /** Marks what holds resources, so that they are looked for nowhere else. */
  private static boolean mark(JsonNode schema) {
    boolean holds = schema.has(Thing.ITSELF) || (schema.has("items") && mark(schema.path("items")));
    for (JsonNode part : schema.path("properties")) {
      holds |= mark(part);
    }
    if (holds) {
      ((ObjectNode) schema).put(Thing.HOLDS, true);
    }
    return holds;
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
    if (Thing.WORDS.contains(name) && form.path(0).isTextual()) {
      schema.set(name, form);
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

  ContractFile {
    promises = Map.copyOf(promises);
    faults = List.copyOf(faults);
  }
}
