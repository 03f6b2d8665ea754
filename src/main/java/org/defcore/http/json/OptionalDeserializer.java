package org.defcore.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.UntypedObjectDeserializer;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads an {@link Optional} that can tell absent from null, and that is empty for both even where
 * it holds a {@code JsonNode}; Jackson's own can do neither.
 */
final class OptionalDeserializer extends JsonDeserializer<Optional<?>>
    implements ContextualDeserializer {

  /** Treatment of null. */
  enum Null {
    EMPTY,
    REFUSED
  }

  private final Null onNull;
  private final JsonDeserializer<?> content;

  /** For Jackson, which goes on to {@link #createContextual}. */
  OptionalDeserializer(Null onNull) {
    this(onNull, new UntypedObjectDeserializer(null, null));
  }

  private OptionalDeserializer(Null onNull, JsonDeserializer<?> content) {
    this.onNull = onNull;
    this.content = content;
  }

  @Override
  public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property)
      throws JsonMappingException {
    JavaType type = property.getType().containedTypeOrUnknown(0);
    return new OptionalDeserializer(
        onNull, context.findContextualValueDeserializer(type, property));
  }

  @Override
  public Optional<?> deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    return Optional.of(content.deserialize(parser, context));
  }

  @Override
  public Optional<?> getNullValue(DeserializationContext context) throws JsonMappingException {
    return onNull == Null.EMPTY
        ? Optional.empty()
        : context.reportInputMismatch(Object.class, "null");
  }

  @Override
  public Optional<?> getAbsentValue(DeserializationContext context) {
    return Optional.empty();
  }
}
