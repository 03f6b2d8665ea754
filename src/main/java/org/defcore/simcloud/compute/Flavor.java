package org.defcore.simcloud.compute;

import java.util.SortedMap;

/**
 * A size of servers; memory in mebibytes, disk in gibibytes.
 *
 * @param extraSpecs what the flavor asks of the host beyond its size, unmodifiable
 */
record Flavor(
    String id, String name, int ram, int disk, int vcpus, SortedMap<String, String> extraSpecs) {}
