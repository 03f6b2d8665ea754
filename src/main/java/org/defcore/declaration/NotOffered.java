package org.defcore.declaration;

import org.defcore.capability.Operation;

/** An operation on servers that cannot be had, and why. */
public record NotOffered(Operation operation, String reason) {}
