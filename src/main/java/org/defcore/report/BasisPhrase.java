package org.defcore.report;

import org.defcore.capability.Basis;

/** The basis of a test for people: {@code API contract}. */
public final class BasisPhrase {

  private BasisPhrase() {}

  public static String of(Basis basis) {
    return switch (basis) {
      case API_CONTRACT -> "API contract";
      case INSTANCE_LIFECYCLE -> "instance life cycle";
      case GUEST_ACCESS -> "guest access";
      case IMPLEMENTATION -> "implementation";
    };
  }
}
