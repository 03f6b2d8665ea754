package org.defcore.result;

/**
 * An attribute of an answer that the API does not have.
 *
 * @param call method and path: {@code GET /servers/5f1c}
 * @param where JSON pointer, with {@code *} for an item of a list
 */
public record ExtraAttribute(String call, String where) {

  /** The place as names of facts have it: {@code servers.*.id}. */
  public String name() {
    return FactNames.dotted(where);
  }
}
