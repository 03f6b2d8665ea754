package org.defcore.simcloud.compute.keypair;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.compute.request.ComputeLists;
import org.defcore.simcloud.compute.request.ComputeVersions;
import org.defcore.simcloud.resource.ListRules;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Microversion;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Times;

/** The key pairs of the users. */
public final class KeyPairs {

  private record Owned(String userId, String name) implements Comparable<Owned> {

    @Override
    public int compareTo(Owned other) {
      int byUser = userId.compareTo(other.userId);
      return byUser == 0 ? name.compareTo(other.name) : byUser;
    }
  }

  private static final String ALL = " /v2.1/os-keypairs";
  private static final String ONE = ALL + "/{name}";

  private static final ListRules<KeyPair> RULES =
      ComputeLists.<KeyPair>rules(KeyPair::name).usually(ListRules.Direction.ASC).zeroIsAll();

  private final ConcurrentNavigableMap<Owned, KeyPair> pairs = new ConcurrentSkipListMap<>();
  private final AtomicInteger lastId = new AtomicInteger();
  private final RsaKeys keys = new RsaKeys();
  private final Clock clock;

  public KeyPairs(Clock clock) {
    this.clock = clock;
  }

  public List<Operation> operations() {
    return List.of(
        Operation.of("compute.keypairs.list", "GET" + ALL, this::list),
        Operation.of("compute.keypairs.create", "POST" + ALL, this::create),
        Operation.of("compute.keypairs.show", "GET" + ONE, this::show),
        Operation.of("compute.keypairs.delete", "DELETE" + ONE, this::delete));
  }

  public List<String> resources() {
    return pairs.values().stream().map(it -> "key-pair " + it.name()).sorted().toList();
  }

  public Optional<String> publicKey(String userId, String name) {
    return Optional.ofNullable(pairs.get(new Owned(userId, name))).map(it -> it.key().publicKey());
  }

  public boolean has(String userId, String name) {
    return pairs.containsKey(new Owned(userId, name));
  }

  private Reply create(Incoming request) throws IOException {
    KeyPairRequest asked = KeyPairRequest.read(request);
    Microversion version = ComputeVersions.of(request);
    KeyMaterial key = material(asked, request.caller().userId());
    Owned owned = new Owned(request.caller().userId(), asked.name());
    KeyPair stored =
        new KeyPair(lastId.incrementAndGet(), asked.name(), asked.type(), key, clock.instant());
    if (pairs.putIfAbsent(owned, stored) != null) {
      throw new Refusal(
          ComputeFaults.fault(
              409, "conflictingRequest", "Key pair '" + asked.name() + "' already exists."));
    }
    ObjectNode body = brief(stored, version).put("user_id", owned.userId());
    key.privateKey().ifPresent(secret -> body.put("private_key", secret));
    return Reply.json(version.atLeast(2) ? 201 : 200, Json.wrap("keypair", body));
  }

  private KeyMaterial material(KeyPairRequest asked, String user) {
    boolean ssh = asked.type().equals("ssh");
    if (asked.publicKey().isEmpty()) {
      return ssh ? KeyMaterial.ssh(keys.next()) : KeyMaterial.x509(keys.next(), user);
    }
    String sent = asked.publicKey().get();
    Optional<KeyMaterial> imported =
        ssh ? KeyMaterial.importSsh(sent) : KeyMaterial.importX509(sent);
    return imported.orElseThrow(
        () ->
            new Refusal(
                ComputeFaults.badRequest("Keypair data is invalid: no fingerprint can be made")));
  }

  private Reply list(Incoming request) {
    Microversion version = ComputeVersions.of(request);
    String user = user(request, "index");
    List<KeyPair> own =
        pairs.entrySet().stream()
            .filter(it -> it.getKey().userId().equals(user))
            .map(Map.Entry::getValue)
            .toList();
    // Pages came with 2.35.
    Incoming asked =
        version.atLeast(35) ? request : request.withoutQuery("limit").withoutQuery("marker");
    return Reply.json(
        200,
        RULES
            .page(asked, own)
            .document(asked, "keypairs", it -> Json.wrap("keypair", brief(it, version))));
  }

  private Reply show(Incoming request) {
    KeyPair stored = find(request);
    ObjectNode body = brief(stored, ComputeVersions.of(request));
    body.put("user_id", user(request, "show"))
        .put("created_at", Times.micros(stored.createdAt()))
        .put("deleted", false)
        .putNull("deleted_at")
        .put("id", stored.id())
        .putNull("updated_at");
    return Reply.json(200, Json.wrap("keypair", body));
  }

  private Reply delete(Incoming request) {
    KeyPair stored = find(request);
    pairs.remove(new Owned(user(request, "delete"), stored.name()));
    int status = ComputeVersions.of(request).atLeast(2) ? 204 : 202;
    return Reply.empty(status).with("Content-Type", "application/json");
  }

  private KeyPair find(Incoming request) {
    String user = user(request, "show");
    String name = request.part("name");
    return Optional.ofNullable(pairs.get(new Owned(user, name)))
        .orElseThrow(
            () -> ComputeFaults.notFound("Keypair " + name + " not found for user " + user));
  }

  // Naming a user came with 2.10; naming another one is for administrators.
  private static String user(Incoming request, String action) {
    String self = request.caller().userId();
    boolean may = ComputeVersions.of(request).atLeast(10);
    String user = may ? request.query("user_id").orElse(self) : self;
    if (!user.equals(self)) {
      throw ComputeFaults.forbidden("os-keypairs:" + action);
    }
    return user;
  }

  private static ObjectNode brief(KeyPair stored, Microversion version) {
    ObjectNode body =
        Json.object()
            .put("name", stored.name())
            .put("public_key", stored.key().publicKey())
            .put("fingerprint", stored.key().fingerprint());
    return version.atLeast(2) ? body.put("type", stored.type()) : body;
  }
}
