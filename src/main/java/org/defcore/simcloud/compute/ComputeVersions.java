package org.defcore.simcloud.compute;

import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Microversion;
import org.defcore.simcloud.wire.Microversions;
import org.defcore.simcloud.wire.Operation;

/** The microversions of the compute service. */
final class ComputeVersions {

  static final Microversions ALL =
      new Microversions(
          "compute",
          new Microversion(2, 1),
          new Microversion(2, 93),
          "X-OpenStack-Nova-API-Version");

  private ComputeVersions() {}

  /** The version of a request that was let through. */
  static Microversion of(Incoming request) {
    return ALL.of(request);
  }

  /** An operation that is there from one minor version to another. */
  static Operation within(int first, int last, Operation operation) {
    return operation.with(
        request -> {
          if (of(request).atLeast(last + 1) || !of(request).atLeast(first)) {
            throw ComputeFaults.notFound("The resource could not be found.");
          }
          return operation.handler().answer(request);
        });
  }
}
