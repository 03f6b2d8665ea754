package org.defcore.result;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.defcore.guideline.TestId;
import org.defcore.result.remark.RemarkKind;

/** The form of a run's records in its JSON files: snake_case, outcomes by their word. */
final class RunJson {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .addModule(new Jdk8Module())
          .addModule(
              new SimpleModule()
                  .addSerializer(TestId.class, text(TestId::toString))
                  .addDeserializer(TestId.class, parsed(TestId::of))
                  .addSerializer(Outcome.class, text(Outcome::word))
                  .addDeserializer(Outcome.class, parsed(RunJson::outcome))
                  .addSerializer(RemarkKind.class, text(RemarkKind::word))
                  .addDeserializer(RemarkKind.class, parsed(RunJson::remarkKind))
                  .addSerializer(Instant.class, text(Instant::toString))
                  .addDeserializer(Instant.class, parsed(Instant::parse))
                  .addSerializer(Duration.class, text(Duration::toString))
                  .addDeserializer(Duration.class, parsed(Duration::parse)))
          .build();

  private RunJson() {}

  /** The problem and its key, on one line. */
  static String problem(JsonProcessingException e) {
    // Behind the place in the constructor stands only which setting of the parser refuses it.
    String what =
        e.getOriginalMessage().lines().findFirst().orElse("").replaceFirst(" \\(index \\d.*", "");
    String keys =
        e instanceof JsonMappingException mapping
            ? mapping.getPath().stream().map(RunJson::key).collect(Collectors.joining())
            : "";
    return keys.isEmpty() ? what : keys + ": " + what;
  }

  private static String key(JsonMappingException.Reference step) {
    return "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName());
  }

  private static Outcome outcome(String word) {
    return Outcome.parse(word)
        .orElseThrow(() -> new IllegalArgumentException("no outcome is called \"" + word + "\""));
  }

  private static RemarkKind remarkKind(String word) {
    return RemarkKind.parse(word)
        .orElseThrow(
            () -> new IllegalArgumentException("no kind of remark is called \"" + word + "\""));
  }

  private static <T> JsonSerializer<T> text(Function<T, String> word) {
    return new JsonSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator out, SerializerProvider all) throws IOException {
        out.writeString(word.apply(value));
      }
    };
  }

  private static <T> JsonDeserializer<T> parsed(Function<String, T> reading) {
    return new JsonDeserializer<>() {
      @Override
      public T deserialize(JsonParser in, DeserializationContext all) throws IOException {
        try {
          return reading.apply(in.getText());
        } catch (RuntimeException e) {
          throw all.weirdStringException(
              in.getText(), handledType(), String.valueOf(e.getMessage()));
        }
      }
    };
  }
}
