package org.defcore.clouds.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.defcore.http.Answer;
import org.defcore.http.NoAnswer;
import org.defcore.http.UnexpectedAnswer;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;

/**
 * Facts in the order of their names; what cannot be learnt becomes a fact {@code
 * <name>.unavailable}.
 */
final class FactCollector {

  private final Map<String, Fact> facts = new TreeMap<>(NaturalOrder.NATURAL);
  private final UnaryOperator<String> redact;

  /**
   * @param redact removes secrets from what goes into a fact
   */
  FactCollector(UnaryOperator<String> redact) {
    this.redact = redact;
  }

  /** Facts by name. */
  Map<String, Fact> facts() {
    return facts;
  }

  void add(String name, String value, String source) {
    facts.put(name, new Fact(name, redact.apply(value), source));
  }

  void unavailable(String name, String reason, String source) {
    add(FactNames.unavailable(name), reason, source);
  }

  /** One question to a cloud; it adds what it learns. */
  interface Probe {
    void ask(String source);
  }

  /**
   * Asks, and notes why if that fails.
   *
   * @param name of what cannot be learnt then
   * @return false if no answer came, so that more questions to that service are useless
   */
  boolean ask(String name, String source, Probe probe) {
    try {
      probe.ask(source);
      return true;
    } catch (NoAnswer e) {
      unavailable(name, line(e), source);
      return false;
    } catch (UnexpectedAnswer e) {
      unavailable(name, line(e), source);
    } catch (RuntimeException e) {
      // openstack4j fails in many ways on answers that it does not know.
      unavailable(name, line(e), source);
    }
    return true;
  }

  /**
   * The list under a key of an answer.
   *
   * @throws UnexpectedAnswer if there is none
   */
  static JsonNode list(String key, Answer answer) {
    JsonNode list = answer.json().path(key);
    if (!list.isArray()) {
      throw answer.unexpected("a list of " + key, "none");
    }
    return list;
  }

  private static String line(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? "expected an answer of the API but found one that cannot be read"
        : message.strip().lines().findFirst().orElse("");
  }
}
