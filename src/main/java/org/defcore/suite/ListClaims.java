package org.defcore.suite;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
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

  /** Passes if the list has the one of that id with that value. */
  public static <T extends Identified, V> void assertHas(
      Resource<T> list, String id, Function<T, V> field, V value) {
    assertThat(list.list())
        .filteredOn(it -> it.id().equals(id))
        .extracting(field)
        .as("values of %s in %s", id, call(list))
        .containsExactly(value);
  }

  /**
   * Passes if a limit of one is kept, and the pages from link to link, as long as there is one,
   * have these, and nothing twice.
   *
   * @param by filter that few others pass, if any
   */
  public static <T extends Identified> void assertLimitedToOne(
      Resource<T> list, List<String> ids, Query by) {
    Query[] first = {Query.by("limit", 1), by};
    assertThat(walked(list, (page, pages) -> {}, first))
        .as("ids on the pages of %s", call(list, first))
        .containsAll(ids);
  }

  /**
   * Passes if the pages of one item each, from link to link, have these, each once, and no other;
   * only the empty page at the end has no link.
   *
   * @param by parameters of the first page, a limit of one among them
   */
  public static <T extends Identified> void assertPaged(
      Resource<T> list, List<String> ids, Query... by) {
    BiConsumer<ListPage<T>, String> linked =
        (page, pages) -> {
          assertThat(page.next().isPresent())
              .as("whether one with %d of %s has a next link", page.items().size(), pages)
              .isEqualTo(!page.items().isEmpty());
          assertThat(page.next().stream())
              .as("next link on one of %s", pages)
              .allMatch(list::leadsHere, "links to this list");
        };
    assertThat(walked(list, linked, by))
        .as("ids on the pages of %s", call(list, by))
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  /** Ids on the pages, of which each has at most one, and none another's. */
  private static <T extends Identified> List<String> walked(
      Resource<T> list, BiConsumer<ListPage<T>, String> linked, Query... by) {
    String pages = "the pages of " + call(list, by);
    List<String> met = new ArrayList<>();
    Optional<ListPage<T>> next = Optional.of(list.page(by));
    while (next.isPresent()) {
      ListPage<T> page = next.orElseThrow();
      linked.accept(page, pages);
      assertThat(page.items()).as("items on one of %s", pages).hasSizeLessThanOrEqualTo(1);
      page.items().forEach(it -> met.add(it.id()));
      assertThat(met).as("ids on %s", pages).doesNotHaveDuplicates();
      next = page.next().filter(it -> !page.items().isEmpty()).map(it -> list.page(it));
    }
    return met;
  }

  /**
   * Passes if the filtered list has something, those that are known among it, and only what has
   * that value.
   *
   * @param filter name of the parameter and of the field
   */
  public static <T extends Identified, V> void assertFilters(
      Resource<T> list, String filter, V value, Function<T, Optional<V>> field, String... known) {
    Query by = Query.by(filter, value);
    List<T> found = list.list(by);
    assertThat(found)
        .extracting(field)
        .as("%s of each in %s", filter, call(list, by))
        .containsOnly(Optional.of(value));
    assertThat(found)
        .extracting(Identified::id)
        .as("ids in %s", call(list, by))
        .containsAll(List.of(known));
  }
}
