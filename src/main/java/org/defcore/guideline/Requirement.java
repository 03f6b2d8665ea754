package org.defcore.guideline;

/**
 * A capability as a target asks for it: with the strongest status of all the target's components.
 */
public record Requirement(Capability capability, Status status) {}
