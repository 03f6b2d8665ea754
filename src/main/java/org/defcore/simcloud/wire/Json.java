package org.defcore.simcloud.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * JSON trees of the simulated cloud: built by hand, so that no class of the harness decides their
 * form.
 */
public final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Json() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  public static ArrayNode array(Collection<? extends JsonNode> items) {
    return array().addAll(items);
  }

  public static ArrayNode strings(Collection<String> items) {
    ArrayNode array = array();
    items.forEach(array::add);
    return array;
  }

  /** An object with one key, the envelope of most OpenStack answers. */
  public static ObjectNode wrap(String key, JsonNode value) {
    ObjectNode envelope = object();
    envelope.set(key, value);
    return envelope;
  }

  /** An entry in the links of a resource. */
  public static ObjectNode link(String rel, String href) {
    return object().put("rel", rel).put("href", href);
  }

  /** Reads a document that is part of this program. */
  public static JsonNode document(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "built-in document is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** Reads a YAML file that stands beside the code of a service. */
  public static JsonNode data(Class<?> service, String file) {
    try (InputStream yaml = Objects.requireNonNull(service.getResourceAsStream(file), file)) {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(1000);
      return MAPPER.valueToTree(new Yaml(new SafeConstructor(options)).<Object>load(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A document that is part of this program, with values put in.
   *
   * @param form JSON with a {@code %s} for each of the values
   * @param values texts, numbers, truth values, lists and maps of these, or JSON trees
   */
  public static ObjectNode form(String form, Object... values) {
    return (ObjectNode) document(form.formatted(Stream.of(values).map(Json::text).toArray()));
  }

  private static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value cannot be put into a document", e);
    }
  }

  /** Reads what a client sent; empty when it is not JSON. */
  public static Optional<JsonNode> read(byte[] text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  public static byte[] bytes(JsonNode node) {
    return text(node).getBytes(StandardCharsets.UTF_8);
  }
}
