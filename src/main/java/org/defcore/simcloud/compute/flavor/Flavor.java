package org.defcore.simcloud.compute.flavor;

import java.util.SortedMap;

/**
 * A size of servers; memory in mebibytes, disk in gibibytes.
 *
 * @param extraSpecs what the flavor asks of the host beyond its size, unmodifiable
 */
public record Flavor(
    String id, String name, int ram, int disk, int vcpus, SortedMap<String, String> extraSpecs) {}
