package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.defcore.simcloud.resource.ListFaults;
import org.defcore.simcloud.resource.ListRules;
import org.defcore.simcloud.resource.ListRules.Direction;
import org.defcore.simcloud.wire.Refusal;

/** Filters and pages of the lists of the compute service. */
final class ComputeLists {

  static final ListRules<Server> SERVERS =
      ComputeLists.<Server>rules(Server::id)
          .pages(1000, 1000)
          .filter("name", ComputeLists::named)
          .filter("ip", ComputeLists::addressed)
          .equal("image", it -> it.spec().image())
          .equal("flavor", it -> it.spec().flavor().id())
          .filter("status", ComputeLists::inStatus)
          .filter("changes-since", ComputeLists::changedSince);

  static final ListRules<Flavor> FLAVORS =
      ComputeLists.<Flavor>rules(Flavor::id)
          .usually(Direction.ASC)
          .zeroIsAll()
          .filter("minRam", text -> atLeast("minRam", text, Flavor::ram))
          .filter("minDisk", text -> atLeast("minDisk", text, Flavor::disk));

  static final ListRules<ObjectNode> IMAGES = rules(it -> it.path("id").asText());

  static final ListRules<KeyPair> KEY_PAIRS =
      ComputeLists.<KeyPair>rules(KeyPair::name).usually(Direction.ASC).zeroIsAll();

  private ComputeLists() {}

  private static <T> ListRules<T> rules(Function<T, String> id) {
    return ListRules.of(id, new Faults());
  }

  private static Predicate<Server> addressed(String text) {
    Pattern pattern = pattern("ip", text);
    return it -> it.ports().stream().anyMatch(port -> pattern.matcher(port.address()).find());
  }

  private static Predicate<Server> named(String text) {
    Pattern pattern = pattern("name", text);
    return it -> pattern.matcher(it.spec().name()).find();
  }

  private static Pattern pattern(String parameter, String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw bad(parameter, text, "regex");
    }
  }

  private static Predicate<Server> inStatus(String text) {
    String status = text.toUpperCase(Locale.ROOT);
    if (status.equals("DELETED")) {
      throw new Refusal(
          ComputeFaults.fault(403, "forbidden", "Only administrators may list deleted instances"));
    }
    return it -> it.state().status().equals(status);
  }

  private static Predicate<Server> changedSince(String text) {
    try {
      Instant since = instant(text);
      return it -> !it.updated().isBefore(since);
    } catch (DateTimeException e) {
      throw bad("changes-since", text, "date-time");
    }
  }

  private static Instant instant(String text) {
    if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    // A plus sign in a query is a blank by now; without a zone it is the world's time.
    String zoned = text.replace(' ', '+');
    return OffsetDateTime.parse(zoned.matches(".*(Z|[+-]\\d\\d:?\\d\\d)") ? zoned : zoned + "Z")
        .toInstant();
  }

  private static Predicate<Flavor> atLeast(
      String parameter, String text, ToIntFunction<Flavor> size) {
    if (!text.matches("\\d{1,9}")) {
      throw Document.bad("Invalid %s filter [%s]".formatted(parameter, text));
    }
    return it -> size.applyAsInt(it) >= Integer.parseInt(text);
  }

  private static Refusal bad(String parameter, String value, String kind) {
    return Document.bad(
        "Invalid input for query parameters %s. Value: %s. '%s' is not a '%s'"
            .formatted(parameter, value, value, kind));
  }

  private static final class Faults implements ListFaults {

    @Override
    public Refusal number(String parameter, String text) {
      return Document.bad(
          "Invalid input for query parameters %s. Value: %s. It does not match '^[0-9]*$'"
              .formatted(parameter, text));
    }

    @Override
    public Refusal marker(String id) {
      return Document.bad("marker [" + id + "] not found");
    }

    @Override
    public Refusal key(String key) {
      return Document.bad("Unable to sort by the key " + key);
    }

    @Override
    public Refusal direction(String direction) {
      return Document.bad("Unable to sort in the direction " + direction);
    }
  }
}
