package org.defcore.http;

import java.io.IOException;

/** The server had closed a pooled connection before it took in this request. */
final class StaleConnection extends IOException {

  private static final long serialVersionUID = 1L;

  /** What recordings say of it. */
  static final String WHAT = "a kept connection that the server had closed";

  StaleConnection(IOException cause) {
    super(WHAT, cause);
  }
}
