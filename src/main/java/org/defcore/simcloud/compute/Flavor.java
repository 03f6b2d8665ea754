package org.defcore.simcloud.compute;

/** A size of servers; memory in mebibytes, disk in gibibytes. */
record Flavor(String id, String name, int ram, int disk, int vcpus) {}
