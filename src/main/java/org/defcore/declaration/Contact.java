package org.defcore.declaration;

/** Who answers for a declaration. */
public record Contact(String name, String email) {}
