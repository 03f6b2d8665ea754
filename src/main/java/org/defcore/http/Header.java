package org.defcore.http;

/** One header line; names compare without case. */
public record Header(String name, String value) {}
