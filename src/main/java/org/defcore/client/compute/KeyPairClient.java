package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.CallMicroversion;
import org.defcore.client.Timestamp;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.json.AlwaysPresent;
import org.defcore.http.json.NeverNull;
import org.defcore.http.message.PercentEncoding;

/** Calls on key pairs, at 2.1, where pairs have no type, unless the call says otherwise. */
public final class KeyPairClient {

  private static final String KEY_PAIRS = "/os-keypairs";
  private static final CallMicroversion TYPES = CallMicroversion.compute("2.2");

  private final ServiceEndpoint compute;

  KeyPairClient(ServiceEndpoint compute) {
    this.compute = compute;
  }

  /** A key pair in the list. */
  public record Listed(
      @JsonProperty("public_key") String publicKey, String name, String fingerprint) {}

  /** A key pair in the list at 2.2. */
  public record ListedWithType(@JsonUnwrapped Listed pair, String type) {}

  /**
   * A key pair in the answer to its creation. {@link #toString} hides the private key.
   *
   * @param privateKey there only if the service made the pair
   */
  public record Created(
      @JsonUnwrapped Listed pair,
      @JsonProperty("user_id") String userId,
      @NeverNull @JsonProperty("private_key") Optional<String> privateKey) {

    public String name() {
      return pair.name();
    }

    @Override
    public String toString() {
      return "key pair " + name() + " with fingerprint " + pair.fingerprint();
    }
  }

  /** A key pair in the answer to its creation at 2.2. */
  public record CreatedWithType(@JsonUnwrapped Created created, String type) {

    public String name() {
      return created.name();
    }
  }

  /** A key pair read by name at 2.2; the three times are always told, if only as null. */
  public record KeyPair(
      @JsonUnwrapped ListedWithType listed,
      @JsonProperty("user_id") String userId,
      boolean deleted,
      @AlwaysPresent @JsonProperty("created_at") Optional<Timestamp> createdAt,
      @AlwaysPresent @JsonProperty("updated_at") Optional<Timestamp> updatedAt,
      @AlwaysPresent @JsonProperty("deleted_at") Optional<Timestamp> deletedAt,
      long id) {

    public String type() {
      return listed.type();
    }
  }

  /** Entries of lists wrap their pairs once more. */
  private record Item(Listed keypair) {}

  private record ItemWithType(ListedWithType keypair) {}

  /** {@code POST /os-keypairs}, without a public key: the service makes the pair. */
  public Created create(String name) {
    return create(Map.of("name", name));
  }

  /**
   * {@code POST /os-keypairs} with a public key.
   *
   * @param publicKey as a line of {@code authorized_keys}
   */
  public Created importKey(String name, String publicKey) {
    return create(Map.of("name", name, "public_key", publicKey));
  }

  private Created create(Map<String, String> wanted) {
    return compute
        .post(KEY_PAIRS)
        .json(Map.of("keypair", wanted))
        .expect(200)
        .one("keypair", Created.class);
  }

  /** {@code POST /os-keypairs} at 2.2, without a public key: the service makes the pair. */
  public CreatedWithType createWithType(String name, String type) {
    Map<String, Map<String, String>> body = Map.of("keypair", Map.of("name", name, "type", type));
    return TYPES
        .expect(201, compute.post(KEY_PAIRS).json(body))
        .one("keypair", CreatedWithType.class);
  }

  /** {@code GET /os-keypairs} */
  public List<Listed> list() {
    return compute.get(KEY_PAIRS).expect(200).list("keypairs", Item.class).stream()
        .map(Item::keypair)
        .toList();
  }

  /** {@code GET /os-keypairs} at 2.2. */
  public List<ListedWithType> listWithTypes() {
    return TYPES.expect(200, compute.get(KEY_PAIRS)).list("keypairs", ItemWithType.class).stream()
        .map(ItemWithType::keypair)
        .toList();
  }

  /** {@code GET /os-keypairs/{name}} at 2.2. */
  public KeyPair getWithType(String name) {
    return TYPES
        .expect(200, compute.get(KEY_PAIRS + "/" + PercentEncoding.encode(name)))
        .one("keypair", KeyPair.class);
  }
}
