package org.defcore.declaration;

/**
 * A call that upstream lets ordinary users make and this cloud does not.
 *
 * @param rule as policy files name it: {@code os_compute_api:os-suspend-server:suspend}
 */
public record PolicyOff(String service, String rule, String reason) {}
