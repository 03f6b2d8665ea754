package org.defcore.client.compute;

import java.util.List;
import java.util.Map;
import org.defcore.client.CallMicroversion;
import org.defcore.client.Resource;
import org.defcore.client.ResourceCalls;
import org.defcore.client.ResourceCalls.Statuses;
import org.defcore.client.Wanted;
import org.defcore.http.Answer;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.json.Envelope;

/** Compute calls, at 2.1 by naming no microversion unless the call says otherwise. */
public final class ComputeClient {

  private static final Statuses STATUSES = new Statuses(202, 200, 204);
  private static final ResourceCalls KEY_PAIRS = keyPairs(200);
  private static final ResourceCalls TYPED_KEY_PAIRS = keyPairs(201);

  private static final CallMicroversion TYPES = CallMicroversion.compute("2.2");
  private static final CallMicroversion EMBEDDED_FLAVORS = CallMicroversion.compute("2.47");
  private static final CallMicroversion HOST_NAMES = CallMicroversion.compute("2.90");

  private final ServiceEndpoint compute;

  public ComputeClient(ServiceEndpoint compute) {
    this.compute = compute;
  }

  private static ResourceCalls keyPairs(int created) {
    Statuses statuses = new Statuses(created, 200, 202);
    return new ResourceCalls("/os-keypairs", "keypair", "keypairs", statuses, Envelope.CLOSED);
  }

  /** Servers in full; the list at their path is {@link #briefServers}. */
  public Resource<Server> servers() {
    return resource("/servers", "server", Server.class);
  }

  /** Servers as {@code GET /servers} lists them. */
  public Resource<Summary> briefServers() {
    return servers().as(Summary.class);
  }

  /** Servers as {@code GET /servers/detail} lists them. */
  public Resource<Server> detailedServers() {
    return resource("/servers/detail", "server", Server.class);
  }

  /** Servers of which nothing but the state matters. */
  public Resource<Server.State> serverStates() {
    ResourceCalls calls =
        new ResourceCalls("/servers", "server", "servers", STATUSES, Envelope.OPEN);
    return new Resource<>(compute, calls, Server.State.class);
  }

  /** Servers at 2.47, which has their flavors in full. */
  public Resource<Server.Sized> sizedServers() {
    return servers().as(Server.Sized.class).at(EMBEDDED_FLAVORS);
  }

  /** Servers at 2.90, which has the host names of their guests. */
  public Resource<Server.Named> namedHosts() {
    return servers().as(Server.Named.class).at(HOST_NAMES);
  }

  /** The calls on one server beside the five verbs. */
  public ServerClient server(String id) {
    return new ServerClient(compute, id);
  }

  /** {@code POST /servers}; the answer has to bear the id of the request. */
  public ServerCreation<ServerCreation.Created> createServer(Wanted server) {
    Answer answer = answered(server);
    ServerCreation.Created created = answer.one("server", ServerCreation.Created.class);
    answer.requiredHeader("x-openstack-request-id");
    return new ServerCreation<>(created, answer.header("x-compute-request-id"));
  }

  /** As {@link #createServer}, where nothing in the answer matters but the id. */
  public ServerCreation<Server.State> provideServer(Wanted server) {
    Answer answer = answered(server);
    Server.State created = answer.one("server", Server.State.class, Envelope.OPEN);
    return new ServerCreation<>(created, answer.header("x-compute-request-id"));
  }

  private Answer answered(Wanted server) {
    return compute.post("/servers").json(Map.of("server", server)).expect(202);
  }

  /** Key pairs, which have no type; the list has a {@link KeyPair.Item} for each. */
  public Resource<KeyPair.Created> keyPairs() {
    return new Resource<>(compute, KEY_PAIRS, KeyPair.Created.class);
  }

  /** Key pairs at 2.2, with a type; the list has a {@link KeyPair.ItemWithType} for each. */
  public Resource<KeyPair> typedKeyPairs() {
    return new Resource<>(compute, TYPED_KEY_PAIRS, KeyPair.class).at(TYPES);
  }

  /** Images through the compute service, at {@code /images}: that is how snapshots are watched. */
  public Resource<ServerSnapshot> snapshots() {
    return resource("/images", "image", ServerSnapshot.class);
  }

  /** Images as {@code GET /images} lists them, up to 2.35. */
  public Resource<ServerSnapshot.Brief> briefImages() {
    return snapshots().as(ServerSnapshot.Brief.class);
  }

  /** Images as {@code GET /images/detail} lists them, up to 2.35. */
  public Resource<ServerSnapshot> detailedImages() {
    return resource("/images/detail", "image", ServerSnapshot.class);
  }

  /** Security groups of the network service, up to 2.35. */
  public Resource<ProxiedGroup> securityGroups() {
    return new Resource<>(compute, ProxiedGroup.calls(""), ProxiedGroup.class);
  }

  /** Flavors in full; the list at their path has a {@link Summary} for each. */
  public Resource<Flavor> flavors() {
    return resource("/flavors", "flavor", Flavor.class);
  }

  /** Flavors as {@code GET /flavors/detail} lists them. */
  public Resource<Flavor> detailedFlavors() {
    return resource("/flavors/detail", "flavor", Flavor.class);
  }

  /** Quotas, by the ids of projects. */
  public Resource<QuotaSet> quotas() {
    return resource("/os-quota-sets", "quota_set", QuotaSet.class);
  }

  /** {@code GET /os-quota-sets/{project}/defaults} */
  public QuotaSet getDefaultQuotas(String project) {
    String path = quotas().path(project) + "/defaults";
    return compute.get(path).expect(200).one("quota_set", QuotaSet.class);
  }

  /** {@code GET /} above the version, without a token. */
  public List<ComputeVersion> listVersions() {
    Answer answer = compute.unversioned().get("/").anonymous().expect(200);
    return answer.list("versions", ComputeVersion.class);
  }

  /** {@code GET /os-availability-zone} */
  public List<ComputeZone> listAvailabilityZones() {
    Answer answer = compute.get("/os-availability-zone").expect(200);
    return answer.list("availabilityZoneInfo", ComputeZone.class);
  }

  private <T> Resource<T> resource(String path, String one, Class<T> shape) {
    return new Resource<>(
        compute, new ResourceCalls(path, one, one + "s", STATUSES, Envelope.PAGED), shape);
  }
}
