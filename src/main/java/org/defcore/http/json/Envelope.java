package org.defcore.http.json;

/** Other keys that a body may have beside the requested one. */
public enum Envelope {
  /** Nothing. */
  CLOSED,
  /** Links to further pages, under that key and {@code _links}. */
  PAGED,
  /** Anything. */
  OPEN
}
