package org.defcore.result;

/**
 * One thing that was observed of a cloud.
 *
 * @param name dotted: {@code compute.microversion.max}, {@code image.id}
 * @param source call or file that told it: {@code GET /v2.1/flavors}, {@code clouds.yaml}
 */
public record Fact(String name, String value, String source) {

  private static final String UNTOLD = "cannot tell: ";

  /** The value of a fact about something that could not be asked. */
  public static String untold(String why) {
    return UNTOLD + why;
  }

  /** Returns whether it says that nothing is known, since the question was not answered. */
  public boolean tellsNothing() {
    return value.startsWith(UNTOLD);
  }
}
