package org.defcore.declaration;

import java.util.List;
import java.util.Optional;

/**
 * One service and its code.
 *
 * @param type as catalogues name it, {@code volume} for block storage of any version
 * @param project upstream project: {@code nova}, or its replacement
 * @param version of that code, as packaged
 * @param patches to it, a line each
 * @param drivers and back ends in use
 * @param microversions absent if the service has none, or none are declared
 */
public record DeclaredService(
    String type,
    String project,
    String version,
    List<String> patches,
    List<String> drivers,
    Optional<MicroversionWindow> microversions) {

  public DeclaredService {
    patches = List.copyOf(patches);
    drivers = List.copyOf(drivers);
  }
}
