package org.defcore.contract;

/**
 * A promise that is not kept.
 *
 * @param at pointer into the body
 * @param rule the keyword of JSON Schema, or {@code itself}, {@code status} or {@code body}
 */
public record Breach(String at, String rule, String message) {

  @Override
  public String toString() {
    return "%s: %s: %s".formatted(at, rule, message);
  }
}
