package org.defcore.declaration;

/** The microversions that a service takes, both ends included. */
public record MicroversionWindow(MicroversionNumber min, MicroversionNumber max) {

  @Override
  public String toString() {
    return min + " to " + max;
  }
}
