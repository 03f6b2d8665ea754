package org.defcore.simcloud.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.defcore.simcloud.resource.ListFaults.Problem;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/**
 * The faults of a service by their types, as its {@code faults.yaml} has them: the status, and the
 * message with places for values. A type with several messages has a name for each, and says in
 * {@code every} what they have in common. Names in lower case or of a {@link Problem} are those of
 * this package, if another service has them, too.
 */
public final class FaultTable {

  /** The form in which a service refuses. */
  @FunctionalInterface
  public interface Style {

    Reply fault(int status, String type, String message);
  }

  private record Fault(String type, String words) {}

  private final Map<String, Fault> faults = new TreeMap<>();
  private final Style style;

  public FaultTable(JsonNode document, Style style) {
    this.style = style;
    for (Map.Entry<String, JsonNode> type : document.properties()) {
      JsonNode said = type.getValue();
      faults.put(type.getKey(), new Fault(type.getKey(), said.asText()));
      for (Map.Entry<String, JsonNode> named : said.properties()) {
        String words = said.path("every").asText().formatted(named.getValue().asText());
        faults.put(named.getKey(), new Fault(type.getKey(), words));
      }
    }
  }

  /** A refusal with values for the places of its message. */
  public Refusal of(String name, Object... values) {
    Fault fault = Optional.ofNullable(faults.get(name)).orElseThrow();
    Object[] texts = Stream.of(values).map(FaultTable::text).toArray();
    String[] words = fault.words().formatted(texts).split(" ", 2);
    Reply reply = style.fault(Integer.parseInt(words[0]), fault.type(), words[1]);
    return new Refusal(reply, words[1]);
  }

  private static Object text(Object value) {
    return value instanceof JsonNode node && node.isValueNode() ? node.asText() : value;
  }

  public void refuseIf(boolean bad, String name, Object... values) {
    if (bad) {
      throw of(name, values);
    }
  }

  /**
   * Faults of the queries of a list.
   *
   * @param missing the fault for a marker that is not there, unless the table has one
   */
  ListFaults ofLists(Function<String, Refusal> missing) {
    return (problem, parameter, text) ->
        problem == Problem.MARKER && !faults.containsKey(problem.name())
            ? missing.apply(text)
            : of(problem.name(), text);
  }
}
