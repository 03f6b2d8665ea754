package org.defcore.clouds.discovery;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.clouds.CloudException;
import org.defcore.result.Plan;

/** Something that tests can be told to use, by name or by id. */
interface Choosable {

  String id();

  String name();

  /** The name, or the id of what has none. */
  default String title() {
    return name().isBlank() ? id() : name();
  }

  /** Names in natural order, then ids. */
  static <T extends Choosable> Comparator<T> byName() {
    return Comparator.<T, String>comparing(Choosable::name, NaturalOrder.NATURAL)
        .thenComparing(Choosable::id, NaturalOrder.NATURAL);
  }

  /**
   * The one that is called that.
   *
   * @param option where the user named it, {@code --image}
   * @throws CloudException if there is none
   */
  static <T extends Choosable> T wished(List<T> all, String wish, String option) {
    Optional<T> found =
        all.stream()
            .filter(it -> wish.equals(it.id()))
            .findFirst()
            .or(() -> all.stream().filter(it -> wish.equals(it.name())).findFirst());
    return found.orElseThrow(
        () ->
            unknown(all.stream().map(Choosable::title).sorted(NaturalOrder.NATURAL), wish, option));
  }

  /** The refusal of a wish that nothing fulfils. */
  static CloudException unknown(Stream<String> names, String wish, String option) {
    String known = names.distinct().limit(20).collect(joining(", "));
    return new CloudException(
        CloudException.Kind.CONFIGURATION,
        "%s: expected one of %s but found \"%s\""
            .formatted(option, known.isEmpty() ? "none" : known, wish));
  }

  /**
   * Those that no run of this program made. What an earlier run left behind may be deleted at any
   * time.
   */
  static <T extends Choosable> List<T> foreign(List<T> all) {
    return all.stream().filter(it -> !it.name().startsWith(Plan.RUN_PREFIX)).toList();
  }
}
