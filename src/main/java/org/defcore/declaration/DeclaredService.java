package org.defcore.declaration;

import java.util.List;
import java.util.Optional;

/**
 * One service and the code that it is made of.
 *
 * @param type as catalogues name it, {@code volume} for block storage of any version
 * @param project upstream project: {@code nova}; or whatever stands in for it
 * @param version of that code, as packaged
 * @param patches to it, a line each
 * @param drivers and back ends in use
 * @param microversions absent where the service has none, or nothing is declared of them
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
