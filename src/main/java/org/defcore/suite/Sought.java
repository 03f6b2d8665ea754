package org.defcore.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.defcore.client.Identified;
import org.defcore.client.Query;
import org.defcore.client.Resource;

/**
 * Things that a test knows, and looks for in lists that may have others.
 *
 * @param full record of such a thing in the detailed list
 */
public record Sought<T>(Class<T> full, List<String> ids) {

  public Sought {
    ids = List.copyOf(ids);
  }

  /**
   * Passes if these of them are found and no other, and in full, of all that is, only what fits.
   */
  public void assertFound(
      Resource<? extends Identified> list, Predicate<T> fits, List<String> expected, Query... by) {
    List<? extends Identified> found = list.list(by);
    String call = ListClaims.call(list, by);
    assertThat(found.stream().filter(full::isInstance).map(full::cast))
        .as(call)
        .allMatch(fits, "entries that were asked for");
    assertThat(found)
        .extracting(Identified::id)
        .as("ids in %s", call)
        .filteredOn(ids::contains)
        .containsExactlyInAnyOrderElementsOf(expected);
  }
}
