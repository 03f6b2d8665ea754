package org.defcore.client.compute;

import static org.defcore.client.compute.ComputeRules.ACTION;
import static org.defcore.client.compute.ComputeRules.ATTACHMENT;
import static org.defcore.client.compute.ComputeRules.BRIEF_IMAGE;
import static org.defcore.client.compute.ComputeRules.CORE;
import static org.defcore.client.compute.ComputeRules.CREATED;
import static org.defcore.client.compute.ComputeRules.EMBEDDED_FLAVOR;
import static org.defcore.client.compute.ComputeRules.EVENT;
import static org.defcore.client.compute.ComputeRules.FLAVOR;
import static org.defcore.client.compute.ComputeRules.GROUP;
import static org.defcore.client.compute.ComputeRules.GROUP_RULE;
import static org.defcore.client.compute.ComputeRules.KEY_PAIR;
import static org.defcore.client.compute.ComputeRules.LISTED_KEY_PAIR;
import static org.defcore.client.compute.ComputeRules.NAMED_HOST;
import static org.defcore.client.compute.ComputeRules.QUOTAS;
import static org.defcore.client.compute.ComputeRules.READ_KEY_PAIR;
import static org.defcore.client.compute.ComputeRules.SERVER;
import static org.defcore.client.compute.ComputeRules.SNAPSHOT;
import static org.defcore.client.compute.ComputeRules.SUMMARY;
import static org.defcore.client.compute.ComputeRules.TYPE;
import static org.defcore.client.compute.ComputeRules.VERSION;
import static org.defcore.client.compute.ComputeRules.ZONE;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.defcore.client.AnswerShape;
import org.defcore.client.ClientTrial;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;

/** The records of compute, each with the call that reads it and the rules of its fields. */
final class ComputeShapes {

  /** The headers that calls have to see in what they take. */
  static final ClientTrial<ComputeClient> TRIAL =
      ClientTrial.of(ComputeClient::new, "/v2.1")
          .with(
              Map.of(
                  "x-openstack-request-id", "req-1",
                  "x-compute-request-id", "req-2",
                  "Location", "http://c/compute/v2.1/images/i7"));

  private ComputeShapes() {}

  /** Requests, answers and results. */
  static Stream<AnswerShape<ComputeClient>> all() {
    return Stream.concat(servers(), others());
  }

  private static Stream<AnswerShape<ComputeClient>> servers() {
    String actions = "GET /servers/s1/os-instance-actions";
    String attachments = "/servers/s1/os-volume_attachments";
    return Stream.of(
        new Reading(202, "POST /servers", it -> it.createServer(Wanted.named("web")))
            .of(ComputeBodies.CREATED, "/server", ServerCreation.Created.class, CREATED),
        new Reading(200, "PUT /servers/s1", it -> it.server("s1").update(Wanted.nameless()))
            .of(ComputeBodies.UPDATED, "/server", Server.Updated.class, CORE),
        new Reading(
                202, "POST /servers/s1/action", it -> it.server("s1").rebuild(Wanted.named("web")))
            .of(
                ComputeBodies.REBUILT,
                "/server",
                Server.Rebuilt.class,
                CORE + "adminPass | OPTIONAL | {}"),
        new Reading(200, "GET /servers/s1", it -> it.servers().get("s1"))
            .of(ComputeBodies.SERVER, "/server", Server.class, SERVER),
        new Reading(200, "GET /servers/detail", it -> it.detailedServers().list())
            .of(ComputeBodies.SERVERS_IN_DETAIL, "/servers/0", Server.class, SERVER),
        new Reading(200, "GET /servers", it -> it.briefServers().list())
            .of(ComputeBodies.SERVERS, "/servers/0", Summary.class, SUMMARY),
        new Reading(200, actions, it -> it.server("s1").actions().list())
            .of(ComputeBodies.ACTIONS, "/instanceActions/0", InstanceAction.class, ACTION),
        new Reading(200, actions + "/req-1", it -> detailed(it).get("req-1"))
            .of(
                ComputeBodies.ACTION,
                "/instanceAction",
                InstanceAction.Detailed.class,
                ACTION + "events | OPTIONAL | {}"),
        new Reading(200, actions + "/req-1", it -> detailed(it).get("req-1"))
            .of(
                ComputeBodies.ACTION,
                "/instanceAction/events/0",
                InstanceAction.Event.class,
                EVENT),
        new Reading(200, "POST " + attachments, it -> it.server("s1").attach("v1"))
            .of(ComputeBodies.ATTACHMENT, "/volumeAttachment", VolumeAttachment.class, ATTACHMENT),
        new Reading(200, "GET " + attachments, it -> it.server("s1").attachments().list())
            .of(
                ComputeBodies.ATTACHMENTS,
                "/volumeAttachments/0",
                VolumeAttachment.class,
                ATTACHMENT),
        new Reading(200, "GET /servers/s1", it -> it.sizedServers().get("s1"))
            .at("2.47")
            .of(
                ComputeBodies.SIZED,
                "/server/flavor",
                Server.Sized.EmbeddedFlavor.class,
                EMBEDDED_FLAVOR),
        new Reading(200, "GET /servers/s1", it -> it.namedHosts().get("s1"))
            .at("2.90")
            .of(ComputeBodies.NAMED, "/server", Server.Named.class, NAMED_HOST));
  }

  private static Resource<InstanceAction.Detailed> detailed(ComputeClient compute) {
    return compute.server("s1").actions().as(InstanceAction.Detailed.class);
  }

  private static Stream<AnswerShape<ComputeClient>> others() {
    String pairs = "/os-keypairs";
    return Stream.of(
        new Reading(200, "GET /images/i7", it -> it.snapshots().get("i7"))
            .of(ComputeBodies.SNAPSHOT, "/image", ServerSnapshot.class, SNAPSHOT),
        new Reading(200, "GET /images", it -> it.briefImages().list())
            .of(ComputeBodies.IMAGES, "/images/0", ServerSnapshot.Brief.class, BRIEF_IMAGE),
        new Reading(200, "POST " + pairs, it -> it.keyPairs().create(Wanted.named("k")))
            .of(ComputeBodies.KEY_PAIR, "/keypair", KeyPair.Created.class, KEY_PAIR),
        new Reading(200, "GET " + pairs, it -> it.keyPairs().as(KeyPair.Item.class).list())
            .of(
                ComputeBodies.KEY_PAIRS,
                "/keypairs/0/keypair",
                KeyPair.Listed.class,
                LISTED_KEY_PAIR),
        new Reading(201, "POST " + pairs, it -> typed(it))
            .at("2.2")
            .of(
                ComputeBodies.TYPED_KEY_PAIR,
                "/keypair",
                KeyPair.CreatedWithType.class,
                KEY_PAIR + TYPE),
        new Reading(
                200, "GET " + pairs, it -> it.typedKeyPairs().as(KeyPair.ItemWithType.class).list())
            .at("2.2")
            .of(
                ComputeBodies.TYPED_KEY_PAIRS,
                "/keypairs/0/keypair",
                KeyPair.ListedWithType.class,
                LISTED_KEY_PAIR + TYPE),
        new Reading(200, "GET " + pairs + "/k", it -> it.typedKeyPairs().get("k"))
            .at("2.2")
            .of(ComputeBodies.READ_KEY_PAIR, "/keypair", KeyPair.class, READ_KEY_PAIR),
        new Reading(200, "GET /os-security-groups", it -> it.securityGroups().list())
            .of(ComputeBodies.GROUPS, "/security_groups/0", ProxiedGroup.class, GROUP),
        new Reading(
                200,
                "GET /servers/s1/os-security-groups",
                it -> it.server("s1").securityGroups().list())
            .of(
                ComputeBodies.GROUPS,
                "/security_groups/0/rules/0",
                ProxiedGroup.Rule.class,
                GROUP_RULE),
        new Reading(200, "GET /flavors", it -> it.flavors().as(Summary.class).list())
            .of(ComputeBodies.FLAVORS, "/flavors/0", Summary.class, SUMMARY),
        new Reading(200, "GET /flavors/1", it -> it.flavors().get("1"))
            .of(ComputeBodies.FLAVOR, "/flavor", Flavor.class, FLAVOR),
        new Reading(200, "GET /flavors/detail", it -> it.detailedFlavors().list())
            .of(ComputeBodies.FLAVORS_IN_DETAIL, "/flavors/0", Flavor.class, FLAVOR),
        new Reading(200, "GET /os-quota-sets/p1", it -> it.quotas().get("p1"))
            .of(ComputeBodies.QUOTAS, "/quota_set", QuotaSet.class, QUOTAS),
        new Reading(200, "GET /", it -> it.listVersions())
            .of(ComputeBodies.VERSIONS, "/versions/0", ComputeVersion.class, VERSION),
        new Reading(200, "GET /os-availability-zone", it -> it.listAvailabilityZones())
            .of(ComputeBodies.ZONES, "/availabilityZoneInfo/0", ComputeZone.class, ZONE));
  }

  /** Makes a key pair of a type. */
  static KeyPair.CreatedWithType typed(ComputeClient compute) {
    return compute
        .typedKeyPairs()
        .as(KeyPair.CreatedWithType.class)
        .create(Wanted.named("k").with("type", "x509"));
  }

  private record Reading(
      ClientTrial<ComputeClient> trial, int status, String asked, Consumer<ComputeClient> call) {

    Reading(int status, String asked, Consumer<ComputeClient> call) {
      this(TRIAL, status, asked, call);
    }

    Reading at(String microversion) {
      Map<String, String> header = Map.of("X-OpenStack-Nova-API-Version", microversion);
      return new Reading(TRIAL.with(header), status, asked, call);
    }

    AnswerShape<ComputeClient> of(String body, String at, Class<?> shape, String rules) {
      return new AnswerShape<>(trial, status, call, asked, body, at, shape, rules);
    }
  }
}
