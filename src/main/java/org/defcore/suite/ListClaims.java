package org.defcore.suite;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.defcore.client.Identified;
import org.defcore.client.ListPage;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.kit.Refusals;

/** Claims about lists, whole or asked for with a filter. */
public final class ListClaims {

  private ListClaims() {}

  /** Ids of all that is in the list, in its order. */
  public static List<String> ids(Resource<? extends Identified> list, Query... by) {
    return list.list(by).stream().map(Identified::id).toList();
  }

  /** The call for messages: {@code GET /servers?limit=1}. */
  public static String call(Resource<?> list, Query... by) {
    return call(list.path(), by);
  }

  static String call(String path, Query... by) {
    String query =
        Stream.of(by).map(it -> it.name() + "=" + it.value()).collect(joining("&", "?", ""));
    return "GET " + path + (by.length == 0 ? "" : query);
  }

  /** Passes if all of these are in the list. */
  public static void assertHas(Resource<? extends Identified> list, String... ids) {
    assertThat(ids(list)).as("ids in %s", call(list)).contains(ids);
  }

  /** The one of that id, on whichever page of the list; passes if there is one. */
  public static <T extends Identified> T assertListed(Resource<T> list, String id) {
    Set<String> met = new HashSet<>();
    List<T> page = list.list();
    while (page.stream().noneMatch(it -> it.id().equals(id))) {
      assertThat(page).as("the page of %s that should have %s", call(list), id).isNotEmpty();
      String last = page.get(page.size() - 1).id();
      assertThat(met.add(last)).as("new items after marker %s of %s", last, call(list)).isTrue();
      page = list.list(Query.by("marker", last));
    }
    return page.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  /** Passes if that one is all that is in the list. */
  public static void assertHasOnly(Resource<? extends Identified> list, String id, Query... by) {
    assertThat(ids(list, by)).as("ids in %s", call(list, by)).containsExactly(id);
  }

  /** Passes if it is not in the list. */
  public static void assertLacks(Resource<? extends Identified> list, String id, Query... by) {
    assertThat(ids(list, by)).as("ids in %s", call(list, by)).doesNotContain(id);
  }

  /** Passes if the call is refused with that status, and the list has what it had before. */
  public static void assertRefused(
      int status, Runnable call, Resource<? extends Identified> list, Query... by) {
    List<String> before = ids(list, by);
    Refusals.assertRefused(status, call);
    assertThat(ids(list, by)).as("ids in %s", call(list, by)).hasSameElementsAs(before);
  }

  /** Passes if nothing is in the list. */
  public static void assertEmpty(Resource<? extends Identified> list, Query... by) {
    assertThat(ids(list, by)).as("ids in %s", call(list, by)).isEmpty();
  }

  /** Passes if a limit of one is kept by a list that has more. */
  public static void assertLimitedToOne(Resource<?> list) {
    Query one = Query.by("limit", 1);
    assertThat(list.list(one)).as(call(list, one)).hasSize(1);
  }

  /**
   * Passes if the pages of one item each, from link to link, have these, each once, and no other;
   * only the empty page at the end has no link.
   *
   * @param by parameters of the first page, a limit of one among them
   */
  public static <T extends Identified> void assertPaged(
      Resource<T> list, List<String> ids, Query... by) {
    String pages = "the pages of " + call(list, by);
    List<String> met = new ArrayList<>();
    ListPage<T> page = list.page(by);
    while (!page.items().isEmpty()) {
      assertThat(page.items()).as("items on one of %s", pages).hasSize(1);
      met.add(page.items().get(0).id());
      assertThat(met).as("ids on %s", pages).doesNotHaveDuplicates();
      assertThat(page.next()).as("next link after %d of %s", met.size(), pages).isPresent();
      page = list.page(page.next().orElseThrow());
    }
    assertThat(page.next()).as("next link on the empty one of %s", pages).isEmpty();
    assertThat(met).as("ids on %s", pages).containsExactlyInAnyOrderElementsOf(ids);
  }

  /**
   * Passes if the filtered list has something, and only what has that value.
   *
   * @param filter name of the parameter and of the field
   */
  public static <T, V> void assertFilters(
      Resource<T> list, String filter, V value, Function<T, Optional<V>> field) {
    Query by = Query.by(filter, value);
    assertThat(list.list(by))
        .extracting(field)
        .as("%s of each in %s", filter, call(list, by))
        .containsOnly(Optional.of(value));
  }
}
