package org.defcore.http;

import java.io.IOException;

/** The server had closed a pooled connection before it received this request. */
final class StaleConnection extends IOException {

  private static final long serialVersionUID = 1L;

  /** The text in recordings. */
  static final String WHAT = "a kept connection that the server had closed";

  StaleConnection(IOException cause) {
    super(WHAT, cause);
  }
}
