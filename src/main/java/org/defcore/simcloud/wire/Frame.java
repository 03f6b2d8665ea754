package org.defcore.simcloud.wire;

import java.util.Optional;

/**
 * Place and manners of a service.
 *
 * @param prefix its place on the one port, for instance {@code /image}
 * @param version the beginning of its versioned paths, for instance {@code /v3}
 * @param faults the form in which it refuses
 * @param schemas schemas of the documents that it is sent
 * @param microversions microversions of its versioned paths
 */
public record Frame(
    String prefix,
    String version,
    Faults faults,
    Optional<Schemas> schemas,
    Optional<Microversions> microversions) {

  /** The form of a service's faults. */
  @FunctionalInterface
  public interface Faults {

    Reply fault(int status, String message);
  }

  public static Frame of(String prefix, String version, Faults faults) {
    return new Frame(prefix, version, faults, Optional.empty(), Optional.empty());
  }

  public Frame with(Schemas some) {
    return new Frame(prefix, version, faults, Optional.of(some), microversions);
  }

  public Frame with(Microversions some) {
    return new Frame(prefix, version, faults, schemas, Optional.of(some));
  }
}
