package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.defcore.simcloud.defect.Behaviour;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Times;

/** The key pairs of the users. */
final class KeyPairs {

  private record Owned(String userId, String name) implements Comparable<Owned> {

    @Override
    public int compareTo(Owned other) {
      int byUser = userId.compareTo(other.userId);
      return byUser == 0 ? name.compareTo(other.name) : byUser;
    }
  }

  private record Stored(int id, String name, String type, KeyMaterial key, Instant createdAt) {}

  private static final String ALL = " /v2.1/os-keypairs";
  private static final String ONE = ALL + "/{name}";

  private final ConcurrentNavigableMap<Owned, Stored> pairs = new ConcurrentSkipListMap<>();
  private final AtomicInteger lastId = new AtomicInteger();
  private final RsaKeys keys = new RsaKeys();
  private final Clock clock;
  private final Defects defects;

  KeyPairs(Clock clock, Defects defects) {
    this.clock = clock;
    this.defects = defects;
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("compute.keypairs.list", "GET" + ALL, this::list),
        Operation.of("compute.keypairs.create", "POST" + ALL, this::create),
        Operation.of("compute.keypairs.show", "GET" + ONE, this::show),
        Operation.of("compute.keypairs.delete", "DELETE" + ONE, this::delete));
  }

  List<String> resources() {
    return pairs.values().stream().map(it -> "key-pair " + it.name()).sorted().toList();
  }

  Optional<String> publicKey(String userId, String name) {
    return Optional.ofNullable(pairs.get(new Owned(userId, name))).map(it -> it.key().publicKey());
  }

  boolean has(String userId, String name) {
    return pairs.containsKey(new Owned(userId, name));
  }

  private Reply create(Incoming request) throws IOException {
    KeyPairRequest asked = KeyPairRequest.read(request);
    Microversion version = Microversion.of(request);
    String type = defects.on(Behaviour.KEYPAIR_TYPE_IGNORED) ? "ssh" : asked.type();
    KeyMaterial key = material(asked, type, request.caller().userId());
    Owned owned = new Owned(request.caller().userId(), asked.name());
    Stored stored = new Stored(lastId.incrementAndGet(), asked.name(), type, key, clock.instant());
    if (pairs.putIfAbsent(owned, stored) != null) {
      throw new Refusal(
          ComputeFaults.fault(
              409, "conflictingRequest", "Key pair '" + asked.name() + "' already exists."));
    }
    ObjectNode body = brief(stored, version).put("user_id", owned.userId());
    key.privateKey().ifPresent(secret -> body.put("private_key", secret));
    return Reply.json(version.atLeast(2) ? 201 : 200, Json.wrap("keypair", body));
  }

  private KeyMaterial material(KeyPairRequest asked, String type, String user) {
    boolean ssh = type.equals("ssh");
    if (asked.publicKey().isEmpty()) {
      return ssh ? KeyMaterial.ssh(keys.next()) : KeyMaterial.x509(keys.next(), user);
    }
    String sent = asked.publicKey().get();
    Optional<KeyMaterial> imported =
        asked.type().equals("ssh") ? KeyMaterial.importSsh(sent) : KeyMaterial.importX509(sent);
    return imported.orElseThrow(
        () ->
            new Refusal(
                ComputeFaults.badRequest("Keypair data is invalid: no fingerprint can be made")));
  }

  private Reply list(Incoming request) {
    Microversion version = Microversion.of(request);
    String user = user(request, "index");
    List<Stored> own = new ArrayList<>();
    pairs
        .tailMap(new Owned(user, ""))
        .forEach(
            (key, stored) -> {
              if (key.userId().equals(user)) {
                own.add(stored);
              }
            });
    if (defects.on(Behaviour.KEYPAIRS_OMITTED)) {
      own.clear();
    }
    int limit = version.atLeast(35) ? limit(request) : 0;
    Optional<String> marker = request.query("marker").filter(it -> version.atLeast(35));
    List<Stored> page =
        own.stream()
            .filter(it -> marker.isEmpty() || it.name().compareTo(marker.get()) > 0)
            .limit(limit == 0 ? own.size() : limit)
            .toList();
    List<ObjectNode> items =
        page.stream().map(it -> Json.wrap("keypair", listed(it, version))).toList();
    ObjectNode body = Json.wrap("keypairs", Json.array(items));
    if (limit > 0 && page.size() == limit) {
      String last = page.get(page.size() - 1).name();
      String next =
          "%s%s?limit=%d&marker=%s".formatted(request.base(), request.path(), limit, last);
      body.set(
          "keypairs_links", Json.array().add(Json.object().put("rel", "next").put("href", next)));
    }
    return Reply.json(200, body);
  }

  private ObjectNode listed(Stored stored, Microversion version) {
    ObjectNode item = brief(stored, version);
    if (defects.on(Behaviour.KEYPAIR_TYPE_NOT_LISTED) && item.has("type")) {
      item.put("type", "ssh");
    }
    return item;
  }

  private static int limit(Incoming request) {
    String text = request.query("limit").orElse("0");
    if (!text.matches("\\d{1,9}")) {
      throw new Refusal(
          ComputeFaults.badRequest(
              "Invalid input for query parameters limit. Value: " + text + "."));
    }
    return Integer.parseInt(text);
  }

  private Reply show(Incoming request) {
    Stored stored = find(request);
    ObjectNode body = brief(stored, Microversion.of(request));
    body.put("user_id", user(request, "show"))
        .put("created_at", Times.micros(stored.createdAt()))
        .put("deleted", false)
        .putNull("deleted_at")
        .put("id", stored.id())
        .putNull("updated_at");
    if (defects.on(Behaviour.KEYPAIR_TYPE_NOT_SHOWN) && body.has("type")) {
      body.put("type", "ssh");
    }
    return Reply.json(200, Json.wrap("keypair", body));
  }

  private Reply delete(Incoming request) {
    Stored stored = find(request);
    if (!defects.on(Behaviour.KEYPAIR_KEPT)) {
      pairs.remove(new Owned(user(request, "delete"), stored.name()));
    }
    int status = Microversion.of(request).atLeast(2) ? 204 : 202;
    return Reply.empty(status).with("Content-Type", "application/json");
  }

  private Stored find(Incoming request) {
    String user = user(request, "show");
    String name = request.part("name");
    return Optional.ofNullable(pairs.get(new Owned(user, name)))
        .orElseThrow(
            () -> ComputeFaults.notFound("Keypair " + name + " not found for user " + user));
  }

  // Naming a user came with 2.10; naming another one is for administrators.
  private static String user(Incoming request, String action) {
    String self = request.caller().userId();
    boolean may = Microversion.of(request).atLeast(10);
    String user = may ? request.query("user_id").orElse(self) : self;
    if (!user.equals(self)) {
      throw ComputeFaults.forbidden("os-keypairs:" + action);
    }
    return user;
  }

  private static ObjectNode brief(Stored stored, Microversion version) {
    ObjectNode body =
        Json.object()
            .put("name", stored.name())
            .put("public_key", stored.key().publicKey())
            .put("fingerprint", stored.key().fingerprint());
    return version.atLeast(2) ? body.put("type", stored.type()) : body;
  }
}
