package org.defcore.declaration;

/** The person or group that is responsible for a declaration. */
public record Contact(String name, String email) {}
