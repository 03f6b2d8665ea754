package org.defcore.simcloud.resource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.defcore.simcloud.resource.ListFaults.Problem;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Refusal;

/**
 * Filters, orders and pages of a list. It is made once, by naming them one after the other, and is
 * not changed later.
 */
public final class ListRules<T> {

  /** Direction in which a service sorts when a request names none, and lists without sorting. */
  public enum Direction {
    ASC,
    DESC
  }

  /** Meaning of a filter that is given several times. */
  public enum Repeated {
    ANY,
    ALL
  }

  private final Map<String, Function<String, Predicate<T>>> filters = new LinkedHashMap<>();
  private final Map<String, Comparator<T>> orders = new LinkedHashMap<>();
  private final Function<T, String> id;
  private final Optional<ListFaults> faults;
  private BiFunction<String, String, Optional<Predicate<T>>> otherFilters =
      (parameter, value) -> Optional.empty();
  private Function<String, Optional<Comparator<T>>> otherOrders = key -> Optional.empty();
  private Direction usual = Direction.DESC;
  private Repeated repeated = Repeated.ALL;
  private int usualPage = Integer.MAX_VALUE;
  private int largestPage = Integer.MAX_VALUE;
  private boolean offsets;
  private boolean zeroIsAll;
  private boolean backwards;

  private ListRules(Function<T, String> id, Optional<ListFaults> faults) {
    this.id = id;
    this.faults = faults;
  }

  /** Rules of a list that comes newest first and is paged by the ids of its resources. */
  public static <T> ListRules<T> of(Function<T, String> id, ListFaults faults) {
    return new ListRules<>(id, Optional.of(faults));
  }

  /**
   * Rules of a list that comes in the order of its names and is paged by them. Nothing of a query
   * is refused: the markers need not be there, and a limit that is no number is none.
   */
  public static <T> ListRules<T> byName(Function<T, String> name) {
    return new ListRules<>(name, Optional.empty())
        .usually(Direction.ASC)
        .filter("marker", marker -> it -> name.apply(it).compareTo(marker) > 0)
        .filter("end_marker", end -> it -> end.isEmpty() || name.apply(it).compareTo(end) < 0)
        .filter("prefix", prefix -> it -> name.apply(it).startsWith(prefix));
  }

  /** Lets pass only what has exactly this text. */
  public ListRules<T> equal(String parameter, Function<T, String> text) {
    return filter(parameter, wanted -> it -> text.apply(it).equals(wanted));
  }

  /**
   * Lets pass what a value of the parameter means.
   *
   * @param reader makes a condition of the value; it may refuse
   */
  public ListRules<T> filter(String parameter, Function<String, Predicate<T>> reader) {
    filters.put(parameter, reader);
    return this;
  }

  /**
   * Filters of any other name. A parameter that is no filter lets everything pass.
   *
   * @param reader makes a condition of a name and a value, if that is a filter
   */
  public ListRules<T> otherFilters(BiFunction<String, String, Optional<Predicate<T>>> reader) {
    otherFilters = reader;
    return this;
  }

  public ListRules<T> repeated(Repeated meaning) {
    repeated = meaning;
    return this;
  }

  public ListRules<T> order(String key, Comparator<T> rising) {
    orders.put(key, rising);
    return this;
  }

  /** Orders by keys of any other name. */
  public ListRules<T> otherOrders(Function<String, Optional<Comparator<T>>> rising) {
    otherOrders = rising;
    return this;
  }

  /** Direction of the list as it comes, and of every sort that names none. */
  public ListRules<T> usually(Direction direction) {
    usual = direction;
    return this;
  }

  public ListRules<T> pages(int usualSize, int largestSize) {
    usualPage = usualSize;
    largestPage = largestSize;
    return this;
  }

  /** Lets a limit of 0 mean no limit. */
  public ListRules<T> zeroIsAll() {
    zeroIsAll = true;
    return this;
  }

  /** Lets a page begin at an offset, too. */
  public ListRules<T> offsets() {
    offsets = true;
    return this;
  }

  /** Lets {@code page_reverse} ask for the page that ends before the marker. */
  public ListRules<T> backwards() {
    backwards = true;
    return this;
  }

  /**
   * The page that a request asks for.
   *
   * @param visible all that the caller sees, in the usual direction
   */
  public Page<T> page(Incoming request, List<T> visible) {
    int limit = limit(request);
    List<T> all = inOrder(request, visible.stream().filter(filter(request)).toList());
    boolean back =
        backwards && request.query("page_reverse").filter("true"::equalsIgnoreCase).isPresent();
    if (back) {
      Collections.reverse(all);
    }
    int from = offsets ? number(request, "offset").orElse(0) : 0;
    List<T> items =
        new ArrayList<>(after(request, visible, all).stream().skip(from).limit(limit).toList());
    if (back) {
      Collections.reverse(items);
    }
    boolean full = items.size() == limit && limit > 0;
    return new Page<>(items, items.stream().map(id).toList(), full, all.size());
  }

  private int limit(Incoming request) {
    int limit = number(request, "limit").orElse(usualPage);
    return Math.min(limit == 0 && zeroIsAll ? usualPage : limit, largestPage);
  }

  private Optional<Integer> number(Incoming request, String parameter) {
    Optional<String> text = request.query(parameter);
    Optional<String> number = text.filter(it -> it.matches("\\d{1,9}"));
    if (!text.equals(number) && faults.isPresent()) {
      throw fault(Problem.NUMBER, parameter, text.orElse(""));
    }
    return number.map(Integer::valueOf);
  }

  private Predicate<T> filter(Incoming request) {
    Predicate<T> all = it -> true;
    for (Map.Entry<String, List<String>> parameter : request.query().entrySet()) {
      all = all.and(filter(parameter.getKey(), parameter.getValue()));
    }
    return all;
  }

  private Predicate<T> filter(String parameter, List<String> values) {
    Function<String, Predicate<T>> known = filters.get(parameter);
    List<Predicate<T>> conditions =
        values.stream()
            .flatMap(
                it ->
                    known == null
                        ? otherFilters.apply(parameter, it).stream()
                        : Optional.of(known.apply(it)).stream())
            .toList();
    return conditions.stream()
        .reduce(repeated == Repeated.ALL ? Predicate::and : Predicate::or)
        .orElse(it -> true);
  }

  private List<T> after(Incoming request, List<T> visible, List<T> found) {
    Optional<String> marker = request.query("marker");
    if (marker.isEmpty() || filters.containsKey("marker")) {
      return found;
    }
    if (visible.stream().map(id).noneMatch(marker.get()::equals)) {
      throw fault(Problem.MARKER, "marker", marker.get());
    }
    List<String> ids = found.stream().map(id).toList();
    return found.subList(ids.indexOf(marker.get()) + 1, found.size());
  }

  private List<T> inOrder(Incoming request, List<T> found) {
    List<T> sorted = new ArrayList<>(found);
    Comparator<T> order = Comparator.comparingInt(it -> 0);
    Direction last = usual;
    for (String wish : faults.isPresent() ? wishes(request) : List.<String>of()) {
      String[] keyAndDirection = wish.split(":", 2);
      Comparator<T> rising = rising(keyAndDirection[0].trim());
      last = keyAndDirection.length == 2 ? direction(keyAndDirection[1].trim()) : usual;
      order = order.thenComparing(last == Direction.ASC ? rising : rising.reversed());
    }
    // What is equal in all that was asked for follows the last direction, too.
    if (last != usual) {
      Collections.reverse(sorted);
    }
    sorted.sort(order);
    return sorted;
  }

  // Written as sort=key:direction,... or as pairs of sort_key and sort_dir.
  private static List<String> wishes(Incoming request) {
    if (request.query("sort").isPresent()) {
      return List.of(request.query("sort").get().split(","));
    }
    List<String> keys = request.queries("sort_key");
    List<String> directions = request.queries("sort_dir");
    if (directions.isEmpty()) {
      return keys;
    }
    List<String> sorted = keys.isEmpty() ? List.of("created_at") : keys;
    List<String> wishes = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      wishes.add(sorted.get(i) + ":" + directions.get(i % directions.size()));
    }
    return wishes;
  }

  private Comparator<T> rising(String key) {
    return Optional.ofNullable(orders.get(key))
        .or(() -> otherOrders.apply(key))
        .orElseThrow(() -> fault(Problem.KEY, "sort_key", key));
  }

  private Direction direction(String text) {
    return switch (text) {
      case "asc" -> Direction.ASC;
      case "desc" -> Direction.DESC;
      default -> throw fault(Problem.DIRECTION, "sort_dir", text);
    };
  }

  private Refusal fault(Problem problem, String parameter, String text) {
    return faults.orElseThrow().of(problem, parameter, text);
  }
}
