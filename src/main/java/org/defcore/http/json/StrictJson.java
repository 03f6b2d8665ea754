package org.defcore.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Binds response bodies so that an extra, missing, null or mistyped field is a finding, not a
 * default.
 *
 * <p>A component of type {@code Optional} may be absent or null, {@link NeverNull} forbids the null
 * and {@link AlwaysPresent} the absence; any other component must be there and not null. Elements
 * of lists and values of maps are never null. A record annotated
 * {@code @JsonIgnoreProperties(ignoreUnknown = true)} is open, all others are closed. Nothing is
 * converted: no number from a string, no string from a number, no list from a single value. A
 * component with {@code @JsonUnwrapped} shares fields between records and leaves them closed.
 */
public final class StrictJson {

  // A tree of a million empty objects takes ten times the memory of its text.
  private static final long MOST_TOKENS = 500_000;

  public static final ObjectMapper MAPPER = mapper();

  private StrictJson() {}

  /** A reader of JSON that refuses what would fill the memory. */
  public static JsonFactory bounded() {
    return JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build())
        .build();
  }

  private static ObjectMapper mapper() {
    return JsonMapper.builder(bounded())
        .addModule(new Jdk8Module())
        .addModule(new SimpleModule().setDeserializerModifier(new ClosedUnwrapping()))
        .annotationIntrospector(new PresenceRules())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfigDefaults(
            it -> it.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
        .withCoercionConfig(
            LogicalType.Textual,
            it ->
                it.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
        .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .build();
  }

  /**
   * Reads a whole document of whatever shape.
   *
   * @throws ShapeException if it is no JSON, or more than one document, or has a field twice
   */
  public static JsonNode parse(byte[] document) {
    try {
      JsonNode read = MAPPER.readTree(document);
      if (read.isMissingNode()) {
        throw new ShapeException("", "JSON", "no body", new IOException("empty"));
      }
      return read;
    } catch (JsonEOFException e) {
      throw new ShapeException("", "JSON", "JSON that breaks off", e);
    } catch (JsonParseException e) {
      // Jackson's own words quote the document, which only the caller can redact.
      boolean twice = e.getOriginalMessage().startsWith("Duplicate field");
      throw new ShapeException("", "JSON", twice ? "a field twice" : "something else", e);
    } catch (StreamConstraintsException e) {
      throw new ShapeException("", "JSON", "JSON that is too deep or too large", e);
    } catch (IOException e) {
      throw new ShapeException("", "one JSON document", "more than one", e);
    }
  }

  /**
   * Binds what was read already.
   *
   * @throws ShapeException if it is not of that shape
   */
  public static <T> T bind(JsonNode json, Class<T> shape) {
    if (json.isNull()) {
      throw new ShapeException("", "an object", "null", new IOException("null"));
    }
    try {
      return MAPPER.treeToValue(json, shape);
    } catch (JsonMappingException e) {
      throw BindingError.of(e, json);
    } catch (JsonProcessingException e) {
      throw new ShapeException("", shape.getSimpleName(), "something else", e);
    }
  }

  /**
   * Binds what an object has under one key.
   *
   * @throws ShapeException if that is not of the shape, or beside it is more than may be
   */
  public static <T> T one(JsonNode json, String key, TypeReference<T> shape, Envelope envelope) {
    return under(key, json, MAPPER.constructType(shape), envelope);
  }

  /**
   * Same as {@link #one(JsonNode, String, TypeReference, Envelope)}, for a class without
   * parameters.
   */
  public static <T> T one(JsonNode json, String key, Class<T> shape, Envelope envelope) {
    return under(key, json, MAPPER.constructType(shape), envelope);
  }

  /** Same as {@link #one(JsonNode, String, TypeReference, Envelope)}, for a list. */
  public static <T> List<T> list(JsonNode json, String key, Class<T> shape, Envelope envelope) {
    List<T> bound = under(key, json, listOf(shape), envelope);
    return List.copyOf(bound);
  }

  /**
   * The value of that form that an object has under whatever key; nothing if it has none.
   *
   * @throws ShapeException if it is not the only one in the object
   */
  public static Optional<JsonNode> only(JsonNode json, Predicate<JsonNode> form) {
    Optional<String> key =
        json.propertyStream()
            .filter(it -> form.test(it.getValue()))
            .map(Map.Entry::getKey)
            .findFirst();
    try {
      if (key.isPresent()) {
        checkOthers(key.get(), json, Envelope.CLOSED);
      }
      return key.map(json::path);
    } catch (JsonMappingException e) {
      throw BindingError.of(e, json);
    }
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // a JavaType has no type parameter
  private static <T> T under(String key, JsonNode json, JavaType shape, Envelope envelope) {
    try {
      checkOthers(key, json, envelope);
      return value(key, json, shape);
    } catch (JsonMappingException e) {
      throw BindingError.of(e, json);
    } catch (JsonProcessingException e) {
      throw new ShapeException("", shape.getRawClass().getSimpleName(), "something else", e);
    }
  }

  private static void checkOthers(String key, JsonNode json, Envelope envelope)
      throws JsonMappingException {
    if (!json.isObject()) {
      throw MismatchedInputException.from(json.traverse(), Map.class, "no object");
    }
    String links = key + "_links";
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      String name = field.getKey();
      if (envelope == Envelope.PAGED && name.equals(links)) {
        under(links, json, listOf(PageLink.class), Envelope.OPEN);
      } else if (envelope != Envelope.OPEN && !name.equals(key)) {
        List<Object> declared = envelope == Envelope.PAGED ? List.of(key, links) : List.of(key);
        throw UnrecognizedPropertyException.from(json.traverse(), json, name, declared);
      }
    }
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // a JavaType has no type parameter
  private static <T> T value(String key, JsonNode json, JavaType shape)
      throws JsonProcessingException {
    try {
      JsonNode value = json.path(key);
      if (value.isMissingNode() || value.isNull()) {
        throw MismatchedInputException.from(value.traverse(), shape, "nothing");
      }
      return MAPPER.treeToValue(value, shape);
    } catch (JsonMappingException e) {
      e.prependPath(json, key);
      throw e;
    }
  }

  private static JavaType listOf(Class<?> shape) {
    return MAPPER.getTypeFactory().constructCollectionType(List.class, shape);
  }

  private record PageLink(String href, String rel) {}

  /** {@link #parse} and {@link #bind}. */
  public static <T> T read(byte[] document, Class<T> shape) {
    return bind(parse(document), shape);
  }
}
