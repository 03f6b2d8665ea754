package org.defcore.client;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param next query of the link to the next page, as the link has it; empty without such a link
 */
public record ListPage<T>(List<T> items, Optional<String> next) {

  public ListPage {
    items = List.copyOf(items);
  }
}
