package org.defcore.kit;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.defcore.http.LocalServer;
import org.defcore.http.LocalServer.Asked;
import org.defcore.http.LocalServer.Reply;

/**
 * Servers and volumes in memory, as far as the pool of servers and clean-up see them. Each request
 * can be told to be refused, and what is deleted can stay for a while.
 */
public final class SmallCompute implements AutoCloseable {

  private static final Pattern ONE = Pattern.compile("/(servers|volumes)/([^/]+)(/.*)?");
  private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]*)\"");

  /** A server or a volume. */
  private static final class Thing {

    private final String id;
    private final String name;
    private String status;
    private boolean locked;
    private String on = "";
    private int readsLeft = Integer.MAX_VALUE;

    private Thing(String id, String name, String status) {
      this.id = id;
      this.name = name;
      this.status = status;
    }
  }

  private final LocalServer server = new LocalServer(this::reply);
  private final Map<String, Thing> things = new LinkedHashMap<>();
  private final Map<String, List<Integer>> refusals = new LinkedHashMap<>();
  private final List<String> seen = new ArrayList<>();
  private boolean deferring;
  private int failures;
  private String failure = "";
  private int lingering;
  private int made;
  private String listedWith = "";
  private String bootStatus = "ACTIVE";

  /** The addresses of the services. */
  public Map<String, URI> endpoints() {
    URI here = URI.create(server.url());
    return Map.of("compute", here.resolve("/v2.1"), "volume", here.resolve("/v3/p1"));
  }

  /** Adds a server behind everybody's back; gives its id. */
  public synchronized String server(String name) {
    return add("s", name, "ACTIVE").id;
  }

  synchronized String volume(String name, String on) {
    Thing volume = add("v", name, on.isEmpty() ? "available" : "in-use");
    volume.on = on;
    return volume.id;
  }

  private Thing add(String kind, String name, String status) {
    Thing thing = new Thing(kind + ++made, name, status);
    things.put(thing.id, thing);
    return thing;
  }

  public synchronized void become(String id, String status) {
    things.get(id).status = status;
  }

  /** Servers created from now on have that status at once. */
  public synchronized void bootInto(String status) {
    bootStatus = status;
  }

  synchronized void lock(String id) {
    things.get(id).locked = true;
  }

  /** Deleted servers are kept until they are deleted by force. */
  public synchronized void deferDeletion() {
    deferring = true;
  }

  /** The next deletions are accepted and come to nothing, and leave that status. */
  synchronized void fail(int deletions, String status) {
    failures = deletions;
    failure = status;
  }

  /** Lists show names with that before them. */
  synchronized void listWith(String prefix) {
    listedWith = prefix;
  }

  /** Keeps deleted resources readable that many more times. */
  public synchronized void linger(int reads) {
    lingering = reads;
  }

  /** The next requests of that line are answered with these statuses instead. */
  public synchronized void refuse(String line, Integer... statuses) {
    refusals.computeIfAbsent(line, it -> new ArrayList<>()).addAll(List.of(statuses));
  }

  /** Method and path of all requests, actions with their name; the versions left out. */
  public synchronized List<String> seen() {
    return List.copyOf(seen);
  }

  /** The number of such requests. */
  public synchronized long count(String line) {
    return seen.stream().filter(line::equals).count();
  }

  /** Names of what there is. */
  public synchronized List<String> remains() {
    return things.values().stream().map(it -> it.name).sorted().toList();
  }

  private Reply reply(Asked asked) {
    String path = asked.path().replaceFirst("^/v2.1|^/v3/p1", "");
    return reply(asked.method(), path, asked.body()).with("x-openstack-request-id", "req-1");
  }

  private synchronized Reply reply(String method, String path, String body) {
    String line = method + " " + path;
    if (path.endsWith("/action")) {
      line += " " + body.replaceFirst("\\{\"([\\w-]+)\".*", "$1");
    }
    seen.add(line);
    List<Integer> refused = refusals.getOrDefault(line, List.of());
    if (!refused.isEmpty()) {
      return Reply.json(refused.remove(0), "{}");
    }
    if (line.equals("POST /servers")) {
      return created(body);
    }
    Matcher one = ONE.matcher(path);
    if (!one.matches() || one.group(2).equals("detail")) {
      return list(path.startsWith("/servers") ? "servers" : "volumes");
    }
    Thing thing = things.get(one.group(2));
    return thing == null ? Reply.json(404, "{}") : about(thing, method, line);
  }

  private Reply created(String body) {
    Matcher name = NAME.matcher(body);
    String given = name.find() ? name.group(1) : "";
    Thing created = add("s", given, bootStatus);
    return Reply.json(202, "{\"server\": {\"id\": \"%s\", \"links\": []}}".formatted(created.id));
  }

  private Reply list(String kind) {
    String all =
        things.values().stream()
            .filter(it -> kind.startsWith(it.id.substring(0, 1)))
            .map(it -> "{\"id\": \"%s\", \"name\": \"%s\"}".formatted(it.id, listedWith + it.name))
            .collect(Collectors.joining(","));
    return Reply.json(200, "{\"%s\": [%s]}".formatted(kind, all));
  }

  private Reply about(Thing thing, String method, String line) {
    if (method.equals("POST")) {
      return action(thing, line.substring(line.lastIndexOf(' ') + 1));
    }
    if (line.contains("os-volume_attachments")) {
      things.get(line.substring(line.lastIndexOf('/') + 1)).status = "available";
      return Reply.json(202, "");
    }
    if (method.equals("GET")) {
      return read(thing);
    }
    if (thing.locked) {
      return Reply.json(409, "{}");
    }
    if (thing.status.equals("in-use")) {
      return Reply.json(400, "{}");
    }
    if (failures > 0) {
      failures--;
      thing.status = failure;
    } else if (deferring) {
      thing.status = "SOFT_DELETED";
    } else {
      remove(thing);
    }
    return Reply.json(thing.id.startsWith("s") ? 204 : 202, "");
  }

  private Reply action(Thing thing, String action) {
    switch (action) {
      case "unlock" -> thing.locked = false;
      case "forceDelete" -> remove(thing);
      case "os-start" -> thing.status = "ACTIVE";
      default -> throw new IllegalArgumentException(action);
    }
    return Reply.json(202, "");
  }

  private void remove(Thing thing) {
    thing.readsLeft = lingering;
    if (lingering == 0) {
      things.remove(thing.id);
    }
  }

  private Reply read(Thing thing) {
    Reply shown = Reply.json(200, thing.id.startsWith("s") ? server(thing) : volume(thing));
    if (thing.readsLeft-- == 1) {
      things.remove(thing.id);
    }
    return shown;
  }

  private static String server(Thing server) {
    return """
    {"server": {"id": "%s", "name": "%s", "status": "%s", "user_id": "u", "tenant_id": "p1",
      "image": "", "flavor": {"id": "1", "links": []}, "created": "2030-01-01T00:00:00Z",
      "updated": "2030-01-01T00:00:00Z", "metadata": {}, "links": [], "addresses": {},
      "hostId": "", "OS-EXT-STS:task_state": null}}
    """
        .formatted(server.id, server.name, server.status);
  }

  private static String volume(Thing volume) {
    String on = volume.on.isEmpty() ? "" : "{\"server_id\": \"" + volume.on + "\"}";
    return "{\"volume\": {\"id\": \"%s\", \"name\": \"%s\", \"status\": \"%s\", \"attachments\": [%s]}}"
        .formatted(volume.id, volume.name, volume.status, on);
  }

  @Override
  public void close() {
    server.close();
  }
}
