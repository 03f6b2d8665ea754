package org.defcore.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a record closed that has an unwrapped component: Jackson lets any field pass there, so the
 * names are compared before it binds.
 */
final class ClosedUnwrapping extends BeanDeserializerModifier {

  private static final long serialVersionUID = 1L;

  @Override
  public JsonDeserializer<?> modifyDeserializer(
      DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
    boolean unwraps = bean.findProperties().stream().anyMatch(it -> unwrapping(config, it) != null);
    boolean open =
        config
            .getDefaultPropertyIgnorals(bean.getBeanClass(), bean.getClassInfo())
            .getIgnoreUnknown();
    return unwraps && !open
        ? new Checked(
            deserializer,
            names(config, bean.getType(), NameTransformer.NOP).collect(Collectors.toSet()))
        : deserializer;
  }

  private static Stream<String> names(
      DeserializationConfig config, JavaType type, NameTransformer outer) {
    List<BeanPropertyDefinition> properties = config.introspect(type).findProperties();
    return properties.stream()
        .flatMap(
            it -> {
              NameTransformer inner = unwrapping(config, it);
              return inner == null
                  ? Stream.of(outer.transform(it.getName()))
                  : names(
                      config,
                      it.getPrimaryType(),
                      NameTransformer.chainedTransformer(outer, inner));
            });
  }

  private static @Nullable NameTransformer unwrapping(
      DeserializationConfig config, BeanPropertyDefinition property) {
    return config
        .getAnnotationIntrospector()
        .findUnwrappingNameTransformer(property.getPrimaryMember());
  }

  private static final class Checked extends DelegatingDeserializer {

    private static final long serialVersionUID = 1L;

    private final Set<String> names;

    Checked(JsonDeserializer<?> deserializer, Set<String> names) {
      super(deserializer);
      this.names = Set.copyOf(names);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> contextual) {
      return new Checked(contextual, names);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonNode tree = context.readTree(parser);
      Iterator<String> fields = tree.fieldNames();
      while (fields.hasNext()) {
        String field = fields.next();
        if (!names.contains(field)) {
          throw UnrecognizedPropertyException.from(
              parser, handledType(), field, List.copyOf(names));
        }
      }
      JsonParser again = tree.traverse(parser.getCodec());
      again.nextToken();
      return super.deserialize(again, context);
    }
  }
}
