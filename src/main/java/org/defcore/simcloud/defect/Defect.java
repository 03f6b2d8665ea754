package org.defcore.simcloud.defect;

/** A defect that can be switched on by its name; generic names hold places to fill in. */
public record Defect(String name, String description) {}
