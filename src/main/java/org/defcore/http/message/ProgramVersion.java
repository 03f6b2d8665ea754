package org.defcore.http.message;

import java.util.Optional;

/** The version of this program as the manifest of its jar states it; "dev" outside a jar. */
public final class ProgramVersion {

  private ProgramVersion() {}

  public static String current() {
    return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
        .orElse("dev");
  }
}
