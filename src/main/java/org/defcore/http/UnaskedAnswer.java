package org.defcore.http;

import java.io.IOException;

/** A kept connection held an answer before the request was sent. */
final class UnaskedAnswer extends IOException {

  private static final long serialVersionUID = 1L;

  /** The text in recordings. */
  static final String WHAT = "an answer that nobody had asked for, on a kept connection";

  UnaskedAnswer() {
    super(WHAT);
  }
}
