package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.defcore.simcloud.network.Port;
import org.defcore.simcloud.resource.ListRules;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Reply;

/** Lists of servers: filtered, newest first, page by page. */
record ServerListing(ServerStore servers) {

  private static final ListRules<Server> RULES =
      ListRules.<Server>of(Server::id, ComputeFaults::ofList)
          .pages(1000, 1000)
          .filter("name", it -> matching("name", it, server -> Stream.of(server.name())))
          .filter(
              "ip", it -> matching("ip", it, server -> server.ports().stream().map(Port::address)))
          .equal("image", it -> it.text("image"))
          .equal("flavor", it -> it.flavor().id())
          .filter("status", ServerListing::inStatus)
          .filter("changes-since", ServerListing::changedSince);

  private static final Set<String> STATUSES =
      Set.of(
          ("ACTIVE BUILD DELETED ERROR HARD_REBOOT MIGRATING PASSWORD PAUSED REBOOT REBUILD RESCUE"
                  + " RESIZE REVERT_RESIZE SHELVED SHELVED_OFFLOADED SHUTOFF SOFT_DELETED"
                  + " SUSPENDED UNKNOWN VERIFY_RESIZE")
              .split(" "));

  Reply list(Incoming request) {
    return listed(request, it -> it.retain("id", "name", "links"));
  }

  Reply detail(Incoming request) {
    // Only single servers tell their groups.
    return listed(request, it -> it.remove(List.of("server_groups")));
  }

  private Reply listed(Incoming request, UnaryOperator<ObjectNode> form) {
    if (request.query("all_tenants").filter(it -> !it.equals("0")).isPresent()) {
      String list = request.path().endsWith("/detail") ? "detail" : "index";
      throw ComputeFaults.forbidden("servers:" + list + ":get_all_tenants");
    }
    boolean known =
        request.query("status").map(it -> it.toUpperCase(Locale.ROOT)).stream()
            .allMatch(STATUSES::contains);
    if (!known && ComputeVersions.of(request).atLeast(38)) {
      throw ComputeFaults.bad("Invalid status value");
    }
    // Changes are all changes: a list of them has what was deleted since.
    List<Server> visible =
        request.query("changes-since").isPresent()
            ? servers.ever(request.caller())
            : servers.own(request.caller().project());
    return RULES
        .page(request, visible)
        .reply(request, "servers", it -> form.apply(ServerView.of(request, it)));
  }

  private static Predicate<Server> matching(
      String parameter, String text, Function<Server, Stream<String>> values) {
    try {
      Predicate<String> pattern = Pattern.compile(text).asPredicate();
      return it -> values.apply(it).anyMatch(pattern);
    } catch (PatternSyntaxException e) {
      throw ComputeFaults.query(parameter, text, "regex");
    }
  }

  private static Predicate<Server> inStatus(String text) {
    String status = text.toUpperCase(Locale.ROOT);
    if (status.equals("DELETED")) {
      throw ComputeFaults.refusal(403, "Only administrators may list deleted instances");
    }
    return it -> it.state().status().equals(status);
  }

  private static Predicate<Server> changedSince(String text) {
    Instant since = since(text);
    return it -> !it.updated().isBefore(since);
  }

  /** The moment that {@code changes-since} of a list names. */
  static Instant since(String text) {
    try {
      return instant(text);
    } catch (DateTimeException e) {
      throw ComputeFaults.query("changes-since", text, "date-time");
    }
  }

  // A day, or a moment; without a zone it is the world's time. A plus is a blank by now.
  private static Instant instant(String text) {
    String moment = text.contains("T") ? text.replace(' ', '+') : text + "T00:00:00";
    boolean zoned = moment.matches(".*(Z|[+-]\\d\\d:?\\d\\d)");
    return OffsetDateTime.parse(zoned ? moment : moment + "Z").toInstant();
  }
}
