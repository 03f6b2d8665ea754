package org.defcore.declaration;

import org.defcore.capability.Operation;

/** An operation on servers that is not available, with the reason. */
public record NotOffered(Operation operation, String reason) {}
