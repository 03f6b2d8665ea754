package org.defcore.client.compute;

import java.util.List;
import org.defcore.client.Resource;
import org.defcore.client.ResourceCalls;
import org.defcore.client.ResourceCalls.Statuses;
import org.defcore.http.Call;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.json.Envelope;
import org.defcore.http.message.PercentEncoding;

/** Compute calls, at 2.1 by naming no microversion unless the call says otherwise. */
public final class ComputeClient {

  private static final ResourceCalls IMAGES =
      new ResourceCalls("/images", "image", "images", new Statuses(202, 200, 204), Envelope.PAGED);

  private final ServiceEndpoint compute;

  public ComputeClient(ServiceEndpoint compute) {
    this.compute = compute;
  }

  public ServerClient servers() {
    return new ServerClient(compute);
  }

  public ServerMetadataClient serverMetadata() {
    return new ServerMetadataClient(compute);
  }

  public KeyPairClient keyPairs() {
    return new KeyPairClient(compute);
  }

  /** Images through the compute service, at {@code /images}: that is how snapshots are watched. */
  public Resource<ServerSnapshot> snapshots() {
    return new Resource<>(compute, IMAGES, ServerSnapshot.class);
  }

  /** {@code GET /} above the version, without a token. */
  public List<ComputeVersion> listVersions() {
    return compute
        .unversioned()
        .get("/")
        .anonymous()
        .expect(200)
        .list("versions", ComputeVersion.class);
  }

  /** {@code GET /os-availability-zone} */
  public List<ComputeZone> listAvailabilityZones() {
    return compute
        .get("/os-availability-zone")
        .expect(200)
        .list("availabilityZoneInfo", ComputeZone.class);
  }

  /** {@code GET /flavors} */
  public List<Flavor.Summary> listFlavors() {
    return compute
        .get("/flavors")
        .expect(200)
        .list("flavors", Flavor.Summary.class, Envelope.PAGED);
  }

  /** {@code GET /flavors/detail} */
  public List<Flavor> listFlavorsInDetail() {
    return compute.get("/flavors/detail").expect(200).list("flavors", Flavor.class, Envelope.PAGED);
  }

  /** {@code GET /flavors/{id}} */
  public Flavor getFlavor(String id) {
    return compute
        .get("/flavors/" + PercentEncoding.encode(id))
        .expect(200)
        .one("flavor", Flavor.class);
  }

  /** {@code GET /os-quota-sets/{project}} */
  public QuotaSet getQuotas(String projectId) {
    return quotas(compute.get("/os-quota-sets/" + projectId));
  }

  /** {@code GET /os-quota-sets/{project}?user_id={user}} */
  public QuotaSet getQuotas(String projectId, String userId) {
    return quotas(compute.get("/os-quota-sets/" + projectId).query("user_id", userId));
  }

  /** {@code GET /os-quota-sets/{project}/defaults} */
  public QuotaSet getDefaultQuotas(String projectId) {
    return quotas(compute.get("/os-quota-sets/" + projectId + "/defaults"));
  }

  private static QuotaSet quotas(Call call) {
    return call.expect(200).one("quota_set", QuotaSet.class);
  }
}
