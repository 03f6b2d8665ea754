package org.defcore.kit.resource;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.defcore.service.Service;

/** The kinds of resources that a test can create, the ledger can name and clean-up can remove. */
public enum ResourceKind {
  /** Metadata of the account of an object store; the name of its header ends with its id. */
  ACCOUNT_METADATA(Service.OBJECT_STORE, "", "", AccountMetadataDisposal::new),
  /** An application credential, which belongs to the user. */
  APPLICATION_CREDENTIAL(
      Service.IDENTITY, "/v3/users/{user}/application_credentials", "application_credentials"),
  /** A container of objects, which go with it; its name is its id. */
  CONTAINER(Service.OBJECT_STORE, "", "", ContainerDisposal::new),
  /** An address of an external network, which has no name: its description is one. */
  FLOATING_IP(
      Service.NETWORK,
      "/v2.0/floatingips",
      "floatingips",
      (access, where) -> new CollectionDisposal(access, where, "description")),
  IMAGE(Service.IMAGE, "/v2/images", "images"),
  /** A key pair; its name is its id. */
  KEY_PAIR(Service.COMPUTE, "/os-keypairs", "keypairs", KeyPairDisposal::new),
  NETWORK(Service.NETWORK, "/v2.0/networks", "networks"),
  PORT(Service.NETWORK, "/v2.0/ports", "ports"),
  ROUTER(Service.NETWORK, "/v2.0/routers", "routers", RouterDisposal::new),
  SECURITY_GROUP(Service.NETWORK, "/v2.0/security-groups", "security_groups"),
  SERVER(Service.COMPUTE, "/servers", "servers", ServerDisposal::new),
  /** All servers of one request: its name is the id, theirs are numbered. */
  SERVER_BATCH(Service.COMPUTE, "/servers", "servers", ServerBatchDisposal::new),
  /** A key for signed links, which is metadata of the account; its value begins with its id. */
  SIGNING_KEY(Service.OBJECT_STORE, "", "", AccountMetadataDisposal::new),
  /** A stack; its resources go with it. */
  STACK(Service.ORCHESTRATION, "/stacks", "stacks", StackDisposal::new),
  SUBNET(Service.NETWORK, "/v2.0/subnets", "subnets"),
  SUBNET_POOL(Service.NETWORK, "/v2.0/subnetpools", "subnetpools"),
  /** A changed password of the disposable user, which is set back; its name is its id. */
  USER_PASSWORD(Service.IDENTITY, "", "", PasswordDisposal::new),
  VOLUME(Service.VOLUME, "/volumes", "volumes", VolumeDisposal::new),
  /** A copy of a volume, which cannot be removed before its snapshots. */
  VOLUME_SNAPSHOT(Service.VOLUME, "/snapshots", "snapshots"),
  /** A zone of names, with its record sets, which go with it. */
  ZONE(Service.DNS, "/v2/zones", "zones");

  private final Collection collection;
  private final BiFunction<CleanupAccess, Collection, Disposal> disposal;

  /**
   * The collection in which resources of a kind are listed and, by id, read and deleted.
   *
   * @param path with the version where the endpoint of the service has none
   * @param key of the list in the answer; empty if the answer is a list
   */
  public record Collection(Service service, String path, String key) {}

  ResourceKind(Service service, String path, String key) {
    this(service, path, key, CollectionDisposal::new);
  }

  ResourceKind(
      Service service,
      String path,
      String key,
      BiFunction<CleanupAccess, Collection, Disposal> disposal) {
    this.collection = new Collection(service, path, key);
    this.disposal = disposal;
  }

  /** {@code key-pair}, as the ledger and messages write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Collection collection() {
    return collection;
  }

  /** The way to remove resources of this kind. */
  public Disposal disposal(CleanupAccess access) {
    return disposal.apply(access, collection);
  }

  /** The kind of that word. */
  public static Optional<ResourceKind> parse(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }
}
