package org.defcore.http;

import java.util.Optional;

/** The version of this program as the manifest of its jar states it; "dev" outside a jar. */
final class Version {

  private Version() {}

  static String current() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("dev");
  }
}
