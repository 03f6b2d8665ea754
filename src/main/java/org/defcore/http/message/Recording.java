package org.defcore.http.message;

import java.util.ArrayList;
import java.util.List;

/**
 * The exchanges made on behalf of one test or one phase of a run, in order, already redacted. Safe
 * for use by many threads.
 */
public final class Recording {

  private final List<Exchange> exchanges = new ArrayList<>();

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
    exchanges.add(exchange);
    return exchanges.size() - 1;
  }
}
