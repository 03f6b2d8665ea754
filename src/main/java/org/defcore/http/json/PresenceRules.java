package org.defcore.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells Jackson which components of a record must have a field, read or written. */
final class PresenceRules extends JacksonAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  private static final Set<Class<?>> OPTIONAL =
      Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  @Override
  public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
    if (member.hasAnnotation(AlwaysPresent.class)) {
      return true;
    }
    return member.getDeclaringClass().isRecord()
        ? Boolean.valueOf(!OPTIONAL.contains(member.getRawType()))
        : super.hasRequiredMarker(member);
  }

  @Override
  public JsonInclude.Value findPropertyInclusion(Annotated annotated) {
    return annotated.hasAnnotation(AlwaysPresent.class)
        ? JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS)
        : super.findPropertyInclusion(annotated);
  }

  @Override
  public @Nullable Object findDeserializer(Annotated annotated) {
    if (annotated.getRawType() != Optional.class) {
      return super.findDeserializer(annotated);
    }
    return new OptionalDeserializer(
        annotated.hasAnnotation(NeverNull.class)
            ? OptionalDeserializer.Null.REFUSED
            : OptionalDeserializer.Null.EMPTY);
  }
}
