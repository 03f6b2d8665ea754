package org.defcore.clouds.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.defcore.clouds.CloudException;
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

  private static final int ATTEMPTS = 3;

  private final Map<String, Fact> facts = new TreeMap<>(NaturalOrder.NATURAL);
  private final UnaryOperator<String> redact;
  private String silence = "";

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
    facts.put(name, new Fact(name, redact.apply(value), redact.apply(source)));
  }

  /** A name that the cloud has made up, as fit for a fact as its value. */
  String named(String name) {
    return redact.apply(name);
  }

  void unavailable(String name, String reason, String source) {
    add(FactNames.unavailable(name), reason, source);
  }

  /** One question to a cloud; it adds what it learns. */
  interface Probe {
    void ask(String source);
  }

  /**
   * Asks up to three times, and notes why if that fails.
   *
   * @param name of what cannot be learnt then
   * @return false if nothing answered, so that more questions to that service are useless
   */
  boolean ask(String name, String source, Probe probe) {
    for (int attempt = 1; ; attempt++) {
      try {
        probe.ask(source);
        return true;
      } catch (NoAnswer e) {
        if (attempt == ATTEMPTS || e.why() != NoAnswer.Cause.GATEWAY) {
          silence = e.isAnswered() ? silence : line(e);
          untold(name, line(e), source);
          return e.isAnswered();
        }
      } catch (UnexpectedAnswer e) {
        if (attempt == ATTEMPTS || isDecided(e.status())) {
          untold(name, line(e), source);
          return true;
        }
      } catch (CloudException e) {
        if (e.kind() == CloudException.Kind.CONFIGURATION) {
          throw e;
        }
        untold(name, line(e), source);
        return true;
      }
    }
  }

  /** Notes that nothing is known of something, since it could not be asked. */
  void untold(String name, String why, String source) {
    unavailable(name, Fact.untold(why), source);
  }

  /** The reason for which the last question that found no answer found none. */
  String silence() {
    return silence;
  }

  /** Returns whether the same question would be answered alike: the service refuses it. */
  private static boolean isDecided(int status) {
    return status >= 400 && status < 500 && status != 408 && status != 429;
  }

  /**
   * The list under a key of the body of an answer.
   *
   * @throws UnexpectedAnswer if there is none
   */
  static JsonNode list(String key, JsonNode body, Answer answer) {
    JsonNode list = body.path(key);
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
