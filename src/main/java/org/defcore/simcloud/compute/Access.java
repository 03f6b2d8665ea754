package org.defcore.simcloud.compute;

/** The addresses under which the owner says that a server is reached; empty where none is said. */
record Access(String ipv4, String ipv6) {

  static final Access NONE = new Access("", "");
}
