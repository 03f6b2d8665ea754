package org.defcore.http.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The exchanges made on behalf of one test or one phase of a run, in order, already redacted; the
 * last bodies of very many as notes only. Safe for use by many threads.
 */
public final class Recording {

  // Beyond that, bodies are kept as notes: a test may look at a long one for minutes.
  private static final int MOST = 8 * 1024 * 1024;

  private static final int MOST_EXTRAS = 1000;

  /** The ways to take a field of an answer that nobody declared. */
  public enum Extras {
    /** The answer is not the API's. */
    REFUSED,
    /** The field is passed over, and noted. */
    NOTED
  }

  /**
   * A field of an answer that nobody declared.
   *
   * @param where JSON pointer, with {@code *} for an item of a list
   * @param finding the sentence that a test fails with
   * @param exchange position of the answer in the recording
   */
  public record Extra(String call, String where, String finding, int exchange) {}

  private final List<Exchange> exchanges = new ArrayList<>();
  private final Map<String, Extra> extras = new LinkedHashMap<>();
  private final Extras mode;
  private int length;

  /** One in which every field that nobody declared is refused. */
  public Recording() {
    this(Extras.REFUSED);
  }

  public Recording(Extras mode) {
    this.mode = mode;
  }

  public boolean takesExtras() {
    return mode == Extras.NOTED;
  }

  /** Notes a field, refused or not; the last of very many are not kept. */
  public synchronized void note(Extra extra) {
    if (extras.size() < MOST_EXTRAS) {
      extras.putIfAbsent(extra.call() + " " + extra.where(), extra);
    }
  }

  /** The fields of each call that nobody declared, each once, the first one first. */
  public synchronized List<Extra> extras() {
    return List.copyOf(extras.values());
  }

  /** Takes out those after the first ones, which are left. */
  public synchronized List<Extra> takeExtras(int first) {
    List<Extra> taken = extras().subList(first, extras.size());
    extras.values().removeAll(taken);
    return taken;
  }

  /** The exchanges so far. */
  public synchronized List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /**
   * Appends an exchange that holds no secret any more.
   *
   * @return its position, from 0
   */
  public synchronized int add(Exchange exchange) {
    int bodies = exchange.requestBody().length() + exchange.responseBody().length();
    exchanges.add(length + bodies > MOST ? exchange.withoutBodies() : exchange);
    length = Math.min(MOST, length + bodies);
    return exchanges.size() - 1;
  }
}
