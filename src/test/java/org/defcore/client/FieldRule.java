package org.defcore.client;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.defcore.http.UnexpectedAnswer;

/**
 * The demand of a record on one field of a body.
 *
 * @param mistyped a value of another type, which is always refused; {@code none} where any will do
 */
public record FieldRule(String field, Demand demand, String mistyped) {

  /** Permission of a field to be absent or null. */
  public enum Demand {
    REQUIRED(false, false),
    NULLABLE(false, true),
    OPTIONAL(true, false),
    EITHER(true, true);

    private final boolean absent;
    private final boolean empty;

    Demand(boolean absent, boolean empty) {
      this.absent = absent;
      this.empty = empty;
    }
  }

  /** Reads an answer that has this body. */
  public interface Reading {
    void of(String body) throws Exception;
  }

  /** One rule a line: field, demand and mistyped value, apart by bars. */
  public static List<FieldRule> table(String lines) {
    return lines.lines().map(FieldRule::rule).toList();
  }

  private static FieldRule rule(String line) {
    String[] cells = line.split("\\|", 3);
    return new FieldRule(cells[0].strip(), Demand.valueOf(cells[1].strip()), cells[2].strip());
  }

  /** Names of the fields that the body has there. */
  public static List<String> fields(String body, String at) throws JsonProcessingException {
    List<String> names = new ArrayList<>();
    new ObjectMapper().readTree(body).at(at).fieldNames().forEachRemaining(names::add);
    return names;
  }

  /**
   * Takes the field away, makes it null and gives it another type.
   *
   * @param call what a refusal has to name besides the field
   * @param at pointer of the object that has the field
   */
  public void check(String body, String at, String call, Reading reading)
      throws JsonProcessingException {
    String pointer = at + "/" + field.replace("~", "~0").replace("/", "~1");
    check(demand.absent, Variation.of(body, pointer, "absent"), call, reading);
    check(demand.empty, Variation.of(body, pointer, "null"), call, reading);
    if (!mistyped.equals("none")) {
      check(false, Variation.of(body, pointer, mistyped), call, reading);
    }
  }

  private void check(boolean allowed, String body, String call, Reading reading) {
    if (allowed) {
      assertThatCode(() -> reading.of(body)).as(body).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> reading.of(body))
          .as(body)
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageStartingWith(call + ": ")
          .hasMessageContaining(field);
    }
  }
}
