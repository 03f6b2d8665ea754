package org.defcore.client;

import java.util.stream.Stream;

/** A parameter of a list, {@code visibility=private}. */
public record Query(String name, String value) {

  public static Query by(String name, Object value) {
    return new Query(name, value.toString());
  }

  /** The parameters that ask for these fields of a resource only. */
  public static Query[] fields(String... names) {
    return Stream.of(names).map(it -> by("fields", it)).toArray(Query[]::new);
  }
}
