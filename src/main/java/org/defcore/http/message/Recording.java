package org.defcore.http.message;

import java.util.ArrayList;
import java.util.List;

/**
 * The exchanges made on behalf of one test or one phase of a run, in order, already redacted; the
 * last bodies of very many as notes only. Safe for use by many threads.
 */
public final class Recording {

  // Beyond that, bodies are kept as notes: a test may look at a long one for minutes.
  private static final int MOST = 8 * 1024 * 1024;

  private final List<Exchange> exchanges = new ArrayList<>();
  private int length;

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
