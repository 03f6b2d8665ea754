package org.defcore.http;

import java.io.IOException;

/** An exchange was not through in the time that a whole exchange may take. */
final class DeadlineExceeded extends IOException {

  private static final long serialVersionUID = 1L;

  DeadlineExceeded() {
    super("deadline passed");
  }
}
