package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.defcore.simcloud.resource.ListRules;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Times;

/** The key pairs of the users; the service keeps no private key. */
final class KeyPairs {

  private static final String ALL = " /v2.1/os-keypairs";
  private static final String ONE = ALL + "/{name}";
  private static final List<String> LISTED = List.of("name", "public_key", "fingerprint", "type");
  private static final List<String> CREATED =
      List.of("name", "public_key", "fingerprint", "type", "user_id", "private_key");

  private static final String BODY =
      """
      {"name": %s, "type": %s, "user_id": %s, "id": %s, "created_at": %s, "updated_at": null,
       "deleted": false, "deleted_at": null}
      """;

  private static final ListRules<ObjectNode> RULES =
      ListRules.<ObjectNode>of(KeyPairs::name, ComputeFaults::ofList)
          .usually(ListRules.Direction.ASC)
          .zeroIsAll();

  private final ConcurrentNavigableMap<String, ObjectNode> pairs = new ConcurrentSkipListMap<>();
  private final AtomicInteger lastId = new AtomicInteger();
  private final Clock clock;

  KeyPairs(Clock clock) {
    this.clock = clock;
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("compute.keypairs.list", "GET" + ALL, this::list),
        Operation.of("compute.keypairs.create", "POST" + ALL, this::create),
        Operation.of("compute.keypairs.show", "GET" + ONE, this::show),
        Operation.of("compute.keypairs.delete", "DELETE" + ONE, this::delete));
  }

  List<String> resources() {
    return pairs.values().stream().map(it -> "key-pair " + name(it)).sorted().toList();
  }

  Optional<String> publicKey(String userId, String name) {
    return Optional.ofNullable(pairs.get(place(userId, name)))
        .map(it -> it.path("public_key").asText());
  }

  boolean has(String userId, String name) {
    return publicKey(userId, name).isPresent();
  }

  private static String name(ObjectNode pair) {
    return pair.path("name").asText();
  }

  private static String place(String userId, String name) {
    return userId + "/" + name;
  }

  private Reply create(Incoming request) throws IOException {
    JsonNode asked = request.sent("keypair");
    String name = asked.path("name").asText();
    String type = asked.path("type").asText("ssh");
    String user = request.caller().userId();
    int id = lastId.incrementAndGet();
    ObjectNode material =
        asked.has("public_key")
            ? KeyMaterial.imported(type, asked.path("public_key").asText())
                .orElseThrow(
                    () ->
                        ComputeFaults.bad(
                            "Keypair data is invalid: failed to generate fingerprint"))
            : KeyMaterial.made(type, id, user);
    String now = Times.micros(clock.instant());
    ObjectNode pair = Json.form(BODY, name, type, user, id, now).setAll(material);
    ObjectNode body = typed(request, pair).retain(CREATED);
    pair.remove("private_key");
    if (pairs.putIfAbsent(place(user, name), pair) != null) {
      throw ComputeFaults.conflict("Key pair '" + name + "' already exists.");
    }
    int status = ComputeVersions.of(request).atLeast(2) ? 201 : 200;
    return Reply.json(status, Json.wrap("keypair", body));
  }

  private Reply list(Incoming request) {
    String user = user(request, "index");
    List<ObjectNode> own =
        pairs.values().stream().filter(it -> it.path("user_id").asText().equals(user)).toList();
    // Pages came with 2.35.
    Incoming asked =
        ComputeVersions.of(request).atLeast(35)
            ? request
            : request.withoutQuery("limit").withoutQuery("marker");
    return RULES
        .page(asked, own)
        .reply(asked, "keypairs", it -> Json.wrap("keypair", typed(request, it).retain(LISTED)));
  }

  private Reply show(Incoming request) {
    ObjectNode pair = find(request, "show");
    return Reply.json(200, Json.wrap("keypair", typed(request, pair)));
  }

  private Reply delete(Incoming request) {
    ObjectNode pair = find(request, "delete");
    pairs.remove(place(request.caller().userId(), name(pair)));
    int status = ComputeVersions.of(request).atLeast(2) ? 204 : 202;
    return Reply.empty(status).with("Content-Type", "application/json");
  }

  private ObjectNode find(Incoming request, String action) {
    String user = user(request, action);
    String name = request.part("name");
    return Optional.ofNullable(pairs.get(place(user, name)))
        .orElseThrow(
            () -> ComputeFaults.notFound("Keypair " + name + " not found for user " + user));
  }

  // Naming a user came with 2.10; naming another one is for administrators.
  private static String user(Incoming request, String action) {
    String self = request.caller().userId();
    boolean may = ComputeVersions.of(request).atLeast(10);
    if (may && request.query("user_id").filter(it -> !it.equals(self)).isPresent()) {
      throw ComputeFaults.forbidden("os-keypairs:" + action);
    }
    return self;
  }

  private static ObjectNode typed(Incoming request, ObjectNode pair) {
    ObjectNode body = pair.deepCopy();
    return ComputeVersions.of(request).atLeast(2) ? body : body.without("type");
  }
}
