package org.defcore.client.compute;

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

  private static final String CORE =
      """
      id                | REQUIRED | 1
      name              | REQUIRED | 1
      status            | REQUIRED | true
      image             | NULLABLE | 1
      flavor            | REQUIRED | "1"
      user_id           | REQUIRED | 1
      tenant_id         | REQUIRED | 1
      created           | REQUIRED | "yesterday"
      updated           | REQUIRED | 1
      metadata          | REQUIRED | []
      links             | REQUIRED | {}
      addresses         | REQUIRED | []
      hostId            | REQUIRED | 7
      progress          | OPTIONAL | "0"
      fault             | OPTIONAL | "none"
      OS-DCF:diskConfig | OPTIONAL | 1
      accessIPv4        | OPTIONAL | 1
      accessIPv6        | OPTIONAL | 1
      """;

  private static final String SERVER =
      CORE
          + """
          key_name                             | EITHER   | 1
          security_groups                      | OPTIONAL | {}
          OS-SRV-USG:launched_at               | EITHER   | "soon"
          OS-SRV-USG:terminated_at             | EITHER   | 1
          OS-EXT-AZ:availability_zone          | OPTIONAL | 1
          OS-EXT-STS:task_state                | EITHER   | 1
          OS-EXT-STS:vm_state                  | OPTIONAL | 1
          OS-EXT-STS:power_state               | OPTIONAL | "1"
          OS-EXT-SRV-ATTR:host                 | EITHER   | 1
          OS-EXT-SRV-ATTR:instance_name        | OPTIONAL | 1
          OS-EXT-SRV-ATTR:hypervisor_hostname  | EITHER   | 1
          os-extended-volumes:volumes_attached | OPTIONAL | {}
          config_drive                         | OPTIONAL | true
          """;

  private static final String CREATED =
      """
      id                | REQUIRED | 1
      links             | REQUIRED | {}
      adminPass         | OPTIONAL | {}
      security_groups   | OPTIONAL | {}
      OS-DCF:diskConfig | OPTIONAL | 1
      """;

  private static final String SNAPSHOT =
      """
      id                   | REQUIRED | 7
      name                 | NULLABLE | 7
      status               | REQUIRED | 7
      progress             | REQUIRED | "25"
      updated              | REQUIRED | "now"
      created              | REQUIRED | "now"
      minDisk              | REQUIRED | "1"
      minRam               | REQUIRED | 0.5
      metadata             | REQUIRED | []
      links                | REQUIRED | {}
      server               | OPTIONAL | "s1"
      OS-EXT-IMG-SIZE:size | EITHER   | "1"
      OS-DCF:diskConfig    | OPTIONAL | 1
      """;

  private static final String ACTION =
      """
      action        | REQUIRED | 1
      request_id    | REQUIRED | 1
      user_id       | REQUIRED | 1
      project_id    | REQUIRED | 1
      start_time    | REQUIRED | "now"
      message       | NULLABLE | 1
      instance_uuid | REQUIRED | 1
      """;

  private static final String EVENT =
      """
      event       | REQUIRED | 1
      start_time  | REQUIRED | "now"
      finish_time | NULLABLE | "now"
      result      | NULLABLE | 1
      traceback   | EITHER   | 1
      """;

  private static final String ATTACHMENT =
      """
      id       | REQUIRED | 1
      volumeId | REQUIRED | 1
      serverId | REQUIRED | 1
      device   | EITHER   | 1
      """;

  private static final String LISTED_KEY_PAIR =
      """
      name        | REQUIRED | 1
      public_key  | REQUIRED | 1
      fingerprint | REQUIRED | 1
      """;

  private static final String KEY_PAIR =
      LISTED_KEY_PAIR
          + """
          user_id     | REQUIRED | 1
          private_key | OPTIONAL | {}
          """;

  private static final String TYPE = "type | REQUIRED | 1\n";

  private static final String READ_KEY_PAIR =
      LISTED_KEY_PAIR
          + TYPE
          + """
          user_id    | REQUIRED | 1
          deleted    | REQUIRED | "no"
          created_at | NULLABLE | 7
          updated_at | NULLABLE | "soon"
          deleted_at | NULLABLE | 7
          id         | REQUIRED | "1"
          """;

  private static final String SUMMARY =
      """
      id    | REQUIRED | 1
      name  | REQUIRED | 1
      links | REQUIRED | {}
      """;

  private static final String FLAVOR =
      SUMMARY
          + """
          ram                        | REQUIRED | "512"
          vcpus                      | REQUIRED | 0.5
          swap                       | REQUIRED | true
          disk                       | REQUIRED | "1"
          OS-FLV-DISABLED:disabled   | OPTIONAL | "true"
          os-flavor-access:is_public | OPTIONAL | "true"
          rxtx_factor                | OPTIONAL | "1.0"
          OS-FLV-EXT-DATA:ephemeral  | OPTIONAL | "0"
          """;

  private static final String QUOTAS =
      """
      id                          | REQUIRED | 1
      instances                   | REQUIRED | "1"
      cores                       | REQUIRED | "1"
      ram                         | REQUIRED | "1"
      floating_ips                | REQUIRED | "1"
      fixed_ips                   | REQUIRED | "1"
      metadata_items              | REQUIRED | "1"
      key_pairs                   | REQUIRED | "1"
      security_groups             | REQUIRED | "1"
      security_group_rules        | REQUIRED | "1"
      injected_files              | REQUIRED | "1"
      injected_file_content_bytes | REQUIRED | "1"
      injected_file_path_bytes    | REQUIRED | "1"
      server_groups               | OPTIONAL | "1"
      server_group_members        | OPTIONAL | "1"
      """;

  private static final String VERSION =
      """
      id          | REQUIRED | 2
      links       | REQUIRED | {}
      status      | REQUIRED | 1
      updated     | REQUIRED | "2011"
      version     | OPTIONAL | 2
      min_version | OPTIONAL | 2
      media-types | OPTIONAL | {}
      """;

  private static final String ZONE =
      """
      zoneName  | REQUIRED | 1
      zoneState | REQUIRED | true
      hosts     | NULLABLE | {}
      """;

  private static final String EMBEDDED_FLAVOR =
      """
      original_name | REQUIRED | 1
      vcpus         | REQUIRED | "2"
      ram           | REQUIRED | "512"
      disk          | REQUIRED | "1"
      swap          | REQUIRED | "0"
      ephemeral     | REQUIRED | "0"
      extra_specs   | OPTIONAL | []
      """;

  private static final String NAMED_HOST =
      """
      id                       | REQUIRED | 1
      name                     | REQUIRED | 1
      OS-EXT-SRV-ATTR:hostname | REQUIRED | 1
      """;

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
