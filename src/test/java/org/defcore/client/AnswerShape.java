package org.defcore.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A record as one call of a client reads it.
 *
 * @param asked the call for messages: {@code GET /servers/s1}
 * @param body of an answer that has every field there can be
 * @param at pointer of the object in it that becomes the record
 * @param rules as {@link FieldRule#table} takes them, one for every field
 */
public record AnswerShape<C>(
    ClientTrial<C> trial,
    int status,
    Consumer<C> call,
    String asked,
    String body,
    String at,
    Class<?> shape,
    String rules) {

  /** The call and the record, for names of tests. */
  @Override
  public String toString() {
    return asked + ": " + shape.getSimpleName();
  }

  public List<FieldRule> fieldRules() {
    return FieldRule.table(rules);
  }

  /** Passes if there is a rule for every field of the body, and for every one of the record. */
  public void assertComplete() throws JsonProcessingException {
    assertThat(fieldRules())
        .extracting(FieldRule::field)
        .containsExactlyInAnyOrderElementsOf(FieldRule.fields(body, at));
    assertThat(fieldRules()).hasSize((int) components(shape).count());
  }

  private static Stream<RecordComponent> components(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .flatMap(
            it ->
                it.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                    ? components(it.getType())
                    : Stream.of(it));
  }

  public void check(FieldRule rule) throws JsonProcessingException {
    rule.check(body, at, asked, trial.reading(status, call));
  }

  /** Passes if the body is not taken with that in that place. */
  public void refuses(String pointer, String value, String reason) throws JsonProcessingException {
    trial
        .refusal(status, Variation.of(body, pointer, value), call)
        .hasMessageStartingWith(asked + ": ")
        .hasMessageContaining(reason);
  }

  /** The fields that are passed over if each object of the body has one that nobody declared. */
  public List<String> passedOver() throws JsonProcessingException {
    return trial.passesOver(status, Variation.everywhere(body, "vendor:rack"), call);
  }

  /** Passes if the body is taken with that in that place. */
  public void takes(String pointer, String value) throws JsonProcessingException {
    trial.sends(status, Variation.of(body, pointer, value), call);
  }
}
