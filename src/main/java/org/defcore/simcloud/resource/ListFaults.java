package org.defcore.simcloud.resource;

import org.defcore.simcloud.wire.Refusal;

/** Faults of a service for what it does not understand in the query of a list. */
@FunctionalInterface
public interface ListFaults {

  /** Kinds of what is not understood. */
  enum Problem {
    /** A limit or an offset that is no whole number, or is less than nothing. */
    NUMBER,
    /** A marker that is none of the resources that the caller sees. */
    MARKER,
    /** A key to sort by that there is not. */
    KEY,
    /** A direction to sort in that is neither {@code asc} nor {@code desc}. */
    DIRECTION
  }

  /**
   * The refusal of a request with such a problem.
   *
   * @param parameter the name of a number, or that of the problem's own parameter
   * @param text what the request says
   */
  Refusal of(Problem problem, String parameter, String text);

  /** The complaint of image and block storage about a number. */
  static String notPositive(String parameter, String text) {
    return parameter + " param must be " + (text.matches("-\\d+") ? "positive" : "an integer");
  }
}
