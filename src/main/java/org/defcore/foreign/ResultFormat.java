package org.defcore.foreign;

import java.io.IOException;
import java.io.InputStream;

/** A form in which other tools write results. Each is one class. */
sealed interface ResultFormat
    permits SubunitV2Stream,
        SubunitV1Stream,
        RefstackResults,
        RallyResults,
        JunitResults,
        SonobuoyResults {

  /** The name for people. */
  String title();

  /**
   * Returns whether a source begins so.
   *
   * @param head its first characters, a character a byte
   */
  boolean begins(String head);

  /**
   * Reads a source to its end.
   *
   * @throws IOException if it is not of this format, with the place
   */
  void read(InputStream in, Gathered into) throws IOException;

  /** Returns whether it has tests that passed and no others. */
  default boolean passesOnly() {
    return false;
  }
}
