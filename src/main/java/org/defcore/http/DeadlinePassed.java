package org.defcore.http;

import java.io.IOException;

/** An exchange was not through in the time that a whole exchange may take. */
final class DeadlinePassed extends IOException {

  private static final long serialVersionUID = 1L;

  DeadlinePassed() {
    super("deadline passed");
  }
}
