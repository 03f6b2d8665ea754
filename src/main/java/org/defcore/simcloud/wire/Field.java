package org.defcore.simcloud.wire;

/** One header line of a reply, spelled as the real service spells it. */
public record Field(String name, String value) {}
