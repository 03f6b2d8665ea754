package org.defcore.result;

/**
 * Anything in a run that departs from the default.
 *
 * @param what one hyphenated word: {@code tls-not-verified}, {@code endpoint-override}
 * @param detail one line for people, without secrets
 */
public record Deviation(String what, String detail) {}
