package org.defcore.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.defcore.client.Query;
import org.defcore.client.Resource;

/** Claims about lists that are asked for with a filter. */
public final class ListFilters {

  private ListFilters() {}

  /**
   * Passes if the filtered list has something, and only what has that value.
   *
   * @param filter name of the parameter and of the field
   */
  public static <T, V> void assertFilters(
      Resource<T> resource, String filter, V value, Function<T, Optional<V>> field) {
    List<T> found = resource.list(Query.by(filter, value));

    assertThat(found)
        .extracting(field)
        .as("%s of each in GET %s?%s=%s", filter, resource.path(), filter, value)
        .containsOnly(Optional.of(value));
  }
}
