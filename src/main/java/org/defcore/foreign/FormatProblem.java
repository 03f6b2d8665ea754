package org.defcore.foreign;

import java.io.IOException;

/** A source that is not what its format says; the message begins with the place in it. */
final class FormatProblem extends IOException {

  private static final long serialVersionUID = 1L;

  FormatProblem(String message) {
    super(message);
  }
}
