package org.defcore.http;

import java.util.List;

/** The exchanges made on behalf of one test or one phase of a run, in order, already redacted. */
public final class Recording {

  /** What has been recorded so far. */
  public List<Exchange> exchanges() {
    throw new UnsupportedOperationException();
  }
}
