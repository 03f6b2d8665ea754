package org.defcore.client.compute;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.client.CallMicroversion;
import org.defcore.http.Answer;
import org.defcore.http.Call;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.PercentEncoding;

/** Compute calls, at 2.1 by naming no microversion unless the call says otherwise. */
public final class ComputeClient {

  private static final String KEY_PAIRS = "/os-keypairs";
  private static final CallMicroversion KEY_PAIR_TYPES = CallMicroversion.compute("2.2");

  private final ServiceEndpoint compute;

  public ComputeClient(ServiceEndpoint compute) {
    this.compute = compute;
  }

  public ServerClient servers() {
    return new ServerClient(compute);
  }

  public OptionalActionClient optionalActions() {
    return new OptionalActionClient(compute);
  }

  public LaterServerClient laterServers() {
    return new LaterServerClient(compute);
  }

  public ServerMetadataClient serverMetadata() {
    return new ServerMetadataClient(compute);
  }

  public VolumeAttachmentClient volumeAttachments() {
    return new VolumeAttachmentClient(compute);
  }

  /** {@code GET /} above the version, without a token. */
  public List<ApiVersion> listVersions() {
    Answer answer = compute.unversioned().get("/").anonymous().expect(200);
    return answer.as(VersionsEnvelope.class).versions();
  }

  /** {@code GET /os-availability-zone} */
  public List<AvailabilityZone> listAvailabilityZones() {
    Answer answer = compute.get("/os-availability-zone").expect(200);
    return answer.as(AvailabilityZonesEnvelope.class).availabilityZoneInfo();
  }

  /** {@code GET /flavors} */
  public List<FlavorSummary> listFlavors() {
    return compute.get("/flavors").expect(200).as(FlavorSummariesEnvelope.class).flavors();
  }

  /** {@code GET /flavors/detail} */
  public List<Flavor> listFlavorsInDetail() {
    return compute.get("/flavors/detail").expect(200).as(FlavorsEnvelope.class).flavors();
  }

  /** {@code GET /flavors/{id}} */
  public Flavor getFlavor(String id) {
    return compute
        .get("/flavors/" + PercentEncoding.encode(id))
        .expect(200)
        .as(FlavorEnvelope.class)
        .flavor();
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

  /** {@code POST /os-keypairs} at 2.2, without a public key: the service makes the pair. */
  public CreatedKeyPair createKeyPair(String name, String type) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("keypair").put("name", name).put("type", type);
    Answer answer = KEY_PAIR_TYPES.expect(201, compute.post(KEY_PAIRS).json(body));
    return answer.as(CreatedKeyPairEnvelope.class).keypair();
  }

  /** {@code POST /os-keypairs}, without a public key: the service makes the pair. */
  public PlainKeyPair createPlainKeyPair(String name) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("keypair").put("name", name);
    Answer answer = compute.post(KEY_PAIRS).json(body).expect(200);
    return answer.as(PlainKeyPairEnvelope.class).keypair();
  }

  /**
   * {@code POST /os-keypairs} with a public key.
   *
   * @param publicKey as a line of {@code authorized_keys}
   */
  public PlainKeyPair importPlainKeyPair(String name, String publicKey) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("keypair").put("name", name).put("public_key", publicKey);
    Answer answer = compute.post(KEY_PAIRS).json(body).expect(200);
    return answer.as(PlainKeyPairEnvelope.class).keypair();
  }

  /** {@code GET /os-keypairs} */
  public List<ListedPlainKeyPair> listPlainKeyPairs() {
    Answer answer = compute.get(KEY_PAIRS).expect(200);
    return answer.as(PlainKeyPairsEnvelope.class).keypairs().stream()
        .map(PlainKeyPairsEnvelope.Item::keypair)
        .toList();
  }

  /** {@code GET /os-keypairs/{name}} at 2.2. */
  public KeyPair getKeyPair(String name) {
    Answer answer =
        KEY_PAIR_TYPES.expect(200, compute.get(KEY_PAIRS + "/" + PercentEncoding.encode(name)));
    return answer.as(KeyPairEnvelope.class).keypair();
  }

  /** {@code GET /os-keypairs} at 2.2. */
  public List<ListedKeyPair> listKeyPairs() {
    Answer answer = KEY_PAIR_TYPES.expect(200, compute.get(KEY_PAIRS));
    return answer.as(KeyPairsEnvelope.class).keypairs().stream()
        .map(KeyPairsEnvelope.Item::keypair)
        .toList();
  }

  private static QuotaSet quotas(Call call) {
    return call.expect(200).as(QuotaSetEnvelope.class).quotaSet();
  }
}
