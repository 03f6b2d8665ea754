package org.defcore.http;

import java.io.IOException;

/** An exchange took longer than its deadline. */
final class DeadlineExceeded extends IOException {

  private static final long serialVersionUID = 1L;

  DeadlineExceeded() {
    super("deadline passed");
  }
}
