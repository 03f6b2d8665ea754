package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.compute.request.Document;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** The metadata of a server, all at once or item by item. */
final class ServerMetadata {

  private static final String ALL = " /v2.1/servers/{server}/metadata";
  private static final String ONE = ALL + "/{key}";

  private final ServerStore servers;

  ServerMetadata(ServerStore servers) {
    this.servers = servers;
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("compute.server-metadata.list", "GET" + ALL, this::list),
        Operation.of("compute.server-metadata.replace", "PUT" + ALL, this::replace),
        Operation.of("compute.server-metadata.update", "POST" + ALL, this::update),
        Operation.of("compute.server-metadata.show-item", "GET" + ONE, this::showItem),
        Operation.of("compute.server-metadata.set-item", "PUT" + ONE, this::setItem),
        Operation.of("compute.server-metadata.delete-item", "DELETE" + ONE, this::deleteItem));
  }

  private Reply list(Incoming request) {
    return all(servers.find(request));
  }

  private Reply replace(Incoming request) throws IOException {
    Map<String, String> sent = ServerRules.metadata(Document.read(request, "metadata"));
    Server server = changeable(request);
    set(server, sent);
    return all(server);
  }

  private Reply update(Incoming request) throws IOException {
    Map<String, String> sent = ServerRules.metadata(Document.read(request, "metadata"));
    Server server = changeable(request);
    set(server, merged(server, sent));
    return all(server);
  }

  private Reply showItem(Incoming request) {
    Server server = servers.find(request);
    String key = knownKey(request, server);
    return item(key, server.spec().metadata().getOrDefault(key, ""));
  }

  private Reply setItem(Incoming request) throws IOException {
    JsonNode meta = Document.read(request, "meta");
    Map<String, String> sent = ServerRules.metadata(meta);
    if (sent.size() != 1) {
      throw ComputeFaults.invalid("meta", "It does not have exactly one property");
    }
    String key = request.part("key");
    if (!sent.containsKey(key)) {
      throw Document.bad("Request body and URI mismatch");
    }
    Server server = changeable(request);
    set(server, merged(server, sent));
    return item(key, sent.getOrDefault(key, ""));
  }

  private Reply deleteItem(Incoming request) {
    Server server = servers.find(request);
    String key = knownKey(request, server);
    requireChangeable(server);
    Map<String, String> rest = server.spec().sortedMetadata();
    rest.remove(key);
    set(server, rest);
    return Reply.empty(204).with("Content-Type", "application/json");
  }

  private static String knownKey(Incoming request, Server server) {
    String key = request.part("key");
    if (!server.spec().metadata().containsKey(key)) {
      throw ComputeFaults.notFound("Metadata item was not found");
    }
    return key;
  }

  private Server changeable(Incoming request) {
    Server server = servers.find(request);
    requireChangeable(server);
    return server;
  }

  private static void requireChangeable(Server server) {
    Permit.requireUnlocked(server);
    Permit.requireIdle(server, "update metadata", Permit.RUNNING_OR_OFF);
  }

  private static Map<String, String> merged(Server server, Map<String, String> sent) {
    Map<String, String> merged = new TreeMap<>(server.spec().metadata());
    merged.putAll(sent);
    ServerRules.requireFew(merged);
    return merged;
  }

  private static void set(Server server, Map<String, String> metadata) {
    server.change(server.spec().with(metadata));
  }

  private static Reply all(Server server) {
    return Reply.json(200, Json.wrap("metadata", ServerView.metadata(server)));
  }

  private static Reply item(String key, String value) {
    ObjectNode item = Json.object().put(key, value);
    return Reply.json(200, Json.wrap("meta", item));
  }
}
