package org.defcore.simcloud.compute.flavor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import org.defcore.simcloud.wire.Json;

/**
 * A size of servers; memory in mebibytes, disk in gibibytes.
 *
 * @param extraSpecs what the flavor asks of the host beyond its size, unmodifiable
 */
public record Flavor(
    String id, String name, int ram, int disk, int vcpus, SortedMap<String, String> extraSpecs) {

  public ObjectNode extraSpecsBody() {
    ObjectNode specs = Json.object();
    extraSpecs.forEach(specs::put);
    return specs;
  }
}
