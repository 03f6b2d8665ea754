package org.defcore.client;

import java.util.stream.Stream;
import org.defcore.http.Call;

/** A parameter of a call, {@code visibility=private}. */
public record Query(String name, String value) {

  public static Query by(String name, Object value) {
    return new Query(name, value.toString());
  }

  /** The parameters that ask for these fields of a resource only. */
  public static Query[] fields(String... names) {
    return Stream.of(names).map(it -> by("fields", it)).toArray(Query[]::new);
  }

  /** Adds parameters to a call. */
  public static Call on(Call call, Query... by) {
    Call queried = call;
    for (Query query : by) {
      queried = queried.query(query.name(), query.value());
    }
    return queried;
  }
}
