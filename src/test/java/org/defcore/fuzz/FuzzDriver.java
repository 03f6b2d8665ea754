package org.defcore.fuzz;

import java.io.IOException;

/** The class that Jazzer calls; {@code -Dfuzz.target} says which reader is meant. */
public final class FuzzDriver {

  private static final FuzzTarget TARGET = FuzzTarget.of(System.getProperty("fuzz.target", "json"));

  private FuzzDriver() {}

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    TARGET.read(input);
  }
}
