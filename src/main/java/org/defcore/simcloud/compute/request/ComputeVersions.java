package org.defcore.simcloud.compute.request;

import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Microversion;
import org.defcore.simcloud.wire.Microversions;

/** The microversions of the compute service. */
public final class ComputeVersions {

  public static final Microversions ALL =
      new Microversions(
          "compute",
          new Microversion(2, 1),
          new Microversion(2, 93),
          "X-OpenStack-Nova-API-Version");

  private ComputeVersions() {}

  /** The version of a request that was let through. */
  public static Microversion of(Incoming request) {
    return ALL.of(request);
  }
}
