package org.defcore.suite.compute;

/** A server that tests may change as they like, one at a time. */
record PooledServer(String id, Wear wear) {

  /** The actions on a server so far, the least first. */
  enum Wear {
    /** Nothing but its creation is in its action log. */
    FRESH,
    /** It has the flavor that it was created with. */
    USED,
    RESIZED
  }

  boolean isAtMost(Wear most) {
    return wear.compareTo(most) <= 0;
  }

  PooledServer worn(Wear by) {
    return isAtMost(by) ? new PooledServer(id, by) : this;
  }
}
