package org.defcore.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.DynamicTest;

/**
 * A body that has a record somewhere, with every field.
 *
 * @param at pointer of the record
 * @param call method and path that errors name
 */
public record RecordSample(String body, String at, String call, FieldRule.Reading reading) {

  /** One test a rule of the table; it has a rule for every field, and no other field is taken. */
  public Stream<DynamicTest> holds(Class<? extends Record> shape, String table) {
    List<FieldRule> rules = FieldRule.table(table);
    Stream<DynamicTest> tests =
        rules.stream()
            .map(
                it -> DynamicTest.dynamicTest(it.field(), () -> it.check(body, at, call, reading)));
    return Stream.concat(
        tests,
        Stream.of(
            DynamicTest.dynamicTest("a rule for every field", () -> checkTable(shape, rules)),
            DynamicTest.dynamicTest("one field more", () -> checkMore(shape))));
  }

  private void checkTable(Class<? extends Record> shape, List<FieldRule> rules)
      throws JsonProcessingException {
    assertThat(rules)
        .extracting(FieldRule::field)
        .containsExactlyInAnyOrderElementsOf(fields(shape).toList());
    assertThat(FieldRule.fields(body, at)).containsAll(fields(shape).toList());
  }

  private void checkMore(Class<? extends Record> shape) throws JsonProcessingException {
    String more = Variation.of(body, at + "/one-field-more", "1");
    if (shape.isAnnotationPresent(JsonIgnoreProperties.class)) {
      assertThatCode(() -> reading.of(more)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> reading.of(more))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining(at + "/one-field-more: expected no such field");
    }
  }

  private static Stream<String> fields(Class<?> shape) {
    return Arrays.stream(shape.getRecordComponents()).flatMap(RecordSample::names);
  }

  private static Stream<String> names(RecordComponent component) {
    if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
      return fields(component.getType());
    }
    JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
    return Stream.of(property == null ? component.getName() : property.value());
  }
}
