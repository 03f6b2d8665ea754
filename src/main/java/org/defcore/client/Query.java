package org.defcore.client;

/** A parameter of a list, {@code visibility=private}. */
public record Query(String name, String value) {

  public static Query by(String name, Object value) {
    return new Query(name, value.toString());
  }
}
