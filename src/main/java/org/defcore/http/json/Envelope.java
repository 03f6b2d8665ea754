package org.defcore.http.json;

/** The fields that a body may have beside the one that is asked for. */
public enum Envelope {
  /** Nothing. */
  CLOSED,
  /** Links to further pages, under that key and {@code _links}. */
  PAGED,
  /** Anything. */
  OPEN
}
