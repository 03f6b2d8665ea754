package org.defcore.client.compute;

import static org.defcore.client.compute.ComputeRules.ACTION;
import static org.defcore.client.compute.ComputeRules.ATTACHMENT;
import static org.defcore.client.compute.ComputeRules.CORE;
import static org.defcore.client.compute.ComputeRules.CREATED;
import static org.defcore.client.compute.ComputeRules.EMBEDDED_FLAVOR;
import static org.defcore.client.compute.ComputeRules.EVENT;
import static org.defcore.client.compute.ComputeRules.FLAVOR;
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
    NewServer wish = NewServer.of("web", "i1", "1");
    return Stream.of(
        new Reading(202, "POST /servers", it -> it.servers().createServer(wish))
            .of(ComputeBodies.CREATED, "/server", ServerCreation.Created.class, CREATED),
        new Reading(200, "PUT /servers/s1", it -> it.servers().updateServer("s1", Map.of()))
            .of(ComputeBodies.UPDATED, "/server", UpdatedServer.class, CORE),
        new Reading(
                202,
                "POST /servers/s1/action",
                it -> it.servers().rebuildServer("s1", Rebuild.from("i1")))
            .of(
                ComputeBodies.REBUILT,
                "/server",
                RebuiltServer.class,
                CORE + "adminPass | OPTIONAL | {}"),
        new Reading(200, "GET /servers/s1", it -> it.servers().getServer("s1"))
            .of(ComputeBodies.SERVER, "/server", Server.class, SERVER),
        new Reading(200, "GET /servers/detail", it -> it.servers().listServersInDetail())
            .of(ComputeBodies.SERVERS_IN_DETAIL, "/servers/0", Server.class, SERVER),
        new Reading(200, "GET /servers", it -> it.servers().listServers())
            .of(ComputeBodies.SERVERS, "/servers/0", ServerSummary.class, SUMMARY),
        new Reading(200, actions, it -> it.servers().listActions("s1"))
            .of(ComputeBodies.ACTIONS, "/instanceActions/0", InstanceAction.class, ACTION),
        new Reading(200, actions + "/req-1", it -> it.servers().getAction("s1", "req-1"))
            .of(
                ComputeBodies.ACTION,
                "/instanceAction",
                InstanceAction.Detailed.class,
                ACTION + "events | OPTIONAL | {}"),
        new Reading(200, actions + "/req-1", it -> it.servers().getAction("s1", "req-1"))
            .of(
                ComputeBodies.ACTION,
                "/instanceAction/events/0",
                InstanceAction.Event.class,
                EVENT),
        new Reading(200, "POST " + attachments, it -> it.servers().attachVolume("s1", "v1"))
            .of(ComputeBodies.ATTACHMENT, "/volumeAttachment", VolumeAttachment.class, ATTACHMENT),
        new Reading(200, "GET " + attachments, it -> it.servers().attachments("s1").list())
            .of(
                ComputeBodies.ATTACHMENTS,
                "/volumeAttachments/0",
                VolumeAttachment.class,
                ATTACHMENT),
        new Reading(200, "GET /servers/s1", it -> it.servers().getSizedServer("s1"))
            .at("2.47")
            .of(
                ComputeBodies.SIZED,
                "/server/flavor",
                SizedServer.EmbeddedFlavor.class,
                EMBEDDED_FLAVOR),
        new Reading(200, "GET /servers/s1", it -> it.servers().getNamedHost("s1"))
            .at("2.90")
            .of(ComputeBodies.NAMED, "/server", NamedHost.class, NAMED_HOST));
  }

  private static Stream<AnswerShape<ComputeClient>> others() {
    String pairs = "/os-keypairs";
    return Stream.of(
        new Reading(200, "GET /images/i7", it -> it.snapshots().get("i7"))
            .of(ComputeBodies.SNAPSHOT, "/image", ServerSnapshot.class, SNAPSHOT),
        new Reading(200, "POST " + pairs, it -> it.keyPairs().create("k"))
            .of(ComputeBodies.KEY_PAIR, "/keypair", KeyPairClient.Created.class, KEY_PAIR),
        new Reading(200, "GET " + pairs, it -> it.keyPairs().list())
            .of(
                ComputeBodies.KEY_PAIRS,
                "/keypairs/0/keypair",
                KeyPairClient.Listed.class,
                LISTED_KEY_PAIR),
        new Reading(201, "POST " + pairs, it -> it.keyPairs().createWithType("k", "x509"))
            .at("2.2")
            .of(
                ComputeBodies.TYPED_KEY_PAIR,
                "/keypair",
                KeyPairClient.CreatedWithType.class,
                KEY_PAIR + TYPE),
        new Reading(200, "GET " + pairs, it -> it.keyPairs().listWithTypes())
            .at("2.2")
            .of(
                ComputeBodies.TYPED_KEY_PAIRS,
                "/keypairs/0/keypair",
                KeyPairClient.ListedWithType.class,
                LISTED_KEY_PAIR + TYPE),
        new Reading(200, "GET " + pairs + "/k", it -> it.keyPairs().getWithType("k"))
            .at("2.2")
            .of(
                ComputeBodies.READ_KEY_PAIR,
                "/keypair",
                KeyPairClient.KeyPair.class,
                READ_KEY_PAIR),
        new Reading(200, "GET /flavors", it -> it.listFlavors())
            .of(ComputeBodies.FLAVORS, "/flavors/0", Flavor.Summary.class, SUMMARY),
        new Reading(200, "GET /flavors/1", it -> it.getFlavor("1"))
            .of(ComputeBodies.FLAVOR, "/flavor", Flavor.class, FLAVOR),
        new Reading(200, "GET /flavors/detail", it -> it.listFlavorsInDetail())
            .of(ComputeBodies.FLAVORS_IN_DETAIL, "/flavors/0", Flavor.class, FLAVOR),
        new Reading(200, "GET /os-quota-sets/p1", it -> it.getQuotas("p1"))
            .of(ComputeBodies.QUOTAS, "/quota_set", QuotaSet.class, QUOTAS),
        new Reading(200, "GET /", it -> it.listVersions())
            .of(ComputeBodies.VERSIONS, "/versions/0", ComputeVersion.class, VERSION),
        new Reading(200, "GET /os-availability-zone", it -> it.listAvailabilityZones())
            .of(ComputeBodies.ZONES, "/availabilityZoneInfo/0", ComputeZone.class, ZONE));
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
