package org.defcore.simcloud.compute;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Tags of servers, from microversion 2.26 on. */
record ServerTags(ServerStore servers) {

  private static final int MOST = 50;
  private static final int LONGEST = 60;
  private static final Set<String> STATES = Set.of("active", "paused", "suspended", "stopped");

  private static final Reply DONE = ServerActions.ACCEPTED.withStatus(204);

  List<Operation> operations() {
    String all = " /v2.1/servers/{server}/tags";
    String one = all + "/{tag}";
    return Stream.of(
            Operation.of("compute.server-tags.list", "GET" + all, it -> told(find(it))),
            Operation.of("compute.server-tags.replace", "PUT" + all, this::replace),
            Operation.of("compute.server-tags.clear", "DELETE" + all, this::clear),
            Operation.of("compute.server-tags.show", "GET" + one, this::show),
            Operation.of("compute.server-tags.add", "PUT" + one, this::add),
            Operation.of("compute.server-tags.remove", "DELETE" + one, this::remove))
        .map(it -> ComputeVersions.within(26, ComputeVersions.ALL.highest().minor(), it))
        .toList();
  }

  /** A server of another project is refused here, and not hidden. */
  private Server find(Incoming request) {
    Predicate<Server> named = it -> it.id().equals(request.part("server"));
    String project = request.caller().project();
    if (servers.everyOne().stream()
        .anyMatch(named.and(it -> !it.owner().project().equals(project)))) {
      throw ComputeFaults.forbidden("os-server-tags:index");
    }
    return servers.find(request);
  }

  private static Reply told(Server server) {
    return Reply.json(200, server.document().retain("tags"));
  }

  private static Set<String> of(Server server) {
    Set<String> tags = new TreeSet<>();
    server.document().path("tags").forEach(it -> tags.add(it.asText()));
    return tags;
  }

  private static void set(Server server, Collection<String> tags) {
    server.requireState("tags", STATES);
    server.change(Json.wrap("tags", Json.strings(tags)));
  }

  private Reply replace(Incoming request) throws IOException {
    Server server = find(request);
    Set<String> tags = new TreeSet<>();
    request.sent("tags").forEach(it -> tags.add(it.asText()));
    set(server, tags);
    return told(server);
  }

  private Reply clear(Incoming request) {
    set(find(request), List.of());
    return DONE;
  }

  private Reply show(Incoming request) {
    require(request, of(find(request)));
    return DONE;
  }

  private static void require(Incoming request, Set<String> tags) {
    if (!tags.contains(request.part("tag"))) {
      throw ComputeFaults.notFound(
          "Server %s has no tag '%s'".formatted(request.part("server"), request.part("tag")));
    }
  }

  private Reply add(Incoming request) {
    Server server = find(request);
    String tag = request.part("tag");
    if (tag.length() > LONGEST || tag.contains(",")) {
      throw ComputeFaults.bad("Tag '%s' is invalid.".formatted(tag));
    }
    Set<String> tags = of(server);
    boolean added = tags.add(tag);
    if (tags.size() > MOST) {
      throw ComputeFaults.bad("The number of tags exceeded the per-server limit " + MOST);
    }
    set(server, tags);
    String address = "%s/v2.1/servers/%s/tags/%s".formatted(request.base(), server.id(), tag);
    return added ? Reply.bare(201).with("Location", address) : Reply.bare(204);
  }

  private Reply remove(Incoming request) {
    Server server = find(request);
    Set<String> tags = of(server);
    require(request, tags);
    tags.remove(request.part("tag"));
    set(server, tags);
    return DONE;
  }
}
