package org.defcore.http;

import java.io.IOException;

/** The server had closed a pooled connection before it took in this request. */
final class StaleConnection extends IOException {

  private static final long serialVersionUID = 1L;

  StaleConnection(IOException cause) {
    super("a kept connection that the server had closed", cause);
  }
}
