package org.defcore.client;

import java.util.List;
import org.defcore.http.json.Envelope;

/**
 * The names of one kind of resource, and the status codes of its five verbs.
 *
 * @param path of the list, from a slash on
 * @param one key of a single one; empty where that is the whole body
 * @param many key of the list
 * @param statuses of success, exactly
 * @param envelope of lists; a single one stands alone unless it is {@link Envelope#OPEN}
 */
public record ResourceCalls(
    String path, String one, String many, Statuses statuses, Envelope envelope) {

  /**
   * Statuses of the three verbs that differ between services.
   *
   * @param refusals what the API reference has for a creation that the service may decline
   */
  public record Statuses(int created, int updated, int deleted, List<Integer> refusals) {

    public Statuses {
      refusals = List.copyOf(refusals);
    }

    public Statuses(int created, int updated, int deleted) {
      this(created, updated, deleted, List.of());
    }
  }
}
