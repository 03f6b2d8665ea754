package org.defcore.client.compute;

/** Answers of the compute service that have every field there can be, and the rules of these. */
final class ComputeBodies {

  static final String ADDRESSES =
      """
      {"shared": [{"version": 4, "addr": "10.0.0.7"}, {"version": 6, "addr": "fd00::7"}]}""";

  private static final String CORE =
      """
      "id": "s1", "name": "web", "status": "ACTIVE", "user_id": "u1", "tenant_id": "p1",
      "image": {"id": "i1", "links": [{"rel": "bookmark", "href": "http://c/i1"}]},
      "flavor": {"id": "1", "links": [{"rel": "bookmark", "href": "http://c/1"}]},
      "created": "2026-11-22T15:19:30Z", "updated": "2026-11-22T15:19:39Z",
      "metadata": {"a": "1"}, "links": [{"rel": "self", "href": "http://c/s1"}],
      "hostId": "abc", "progress": 0, "OS-DCF:diskConfig": "MANUAL",
      "accessIPv4": "", "accessIPv6": "",
      "fault": {"code": 500, "created": "2026-11-22T15:19:39Z", "message": "no host",
        "details": "none"}""";

  private static final String FULL =
      """
      {%s, "key_name": "k", "security_groups": [{"name": "default"}],
        "addresses": {"shared": [{"version": 4, "addr": "10.0.0.7", "OS-EXT-IPS:type": "fixed",
          "OS-EXT-IPS-MAC:mac_addr": "fa:16:3e:00:00:01"}]},
        "OS-SRV-USG:launched_at": "2026-11-22T15:19:39.000000",
        "OS-SRV-USG:terminated_at": "2026-11-22T16:19:39.000000",
        "OS-EXT-AZ:availability_zone": "nova", "OS-EXT-STS:task_state": "spawning",
        "OS-EXT-STS:vm_state": "active", "OS-EXT-STS:power_state": 1,
        "OS-EXT-SRV-ATTR:host": "h", "OS-EXT-SRV-ATTR:instance_name": "i",
        "OS-EXT-SRV-ATTR:hypervisor_hostname": "y",
        "os-extended-volumes:volumes_attached": [{"id": "v1"}], "config_drive": "True"}"""
          .formatted(CORE);

  static final String SERVER = "{\"server\": " + FULL + "}";

  static final String SERVERS_IN_DETAIL = "{\"servers\": [" + FULL + "]}";

  static final String SERVERS =
      """
      {"servers": [{"id": "s1", "name": "web", "links": [{"rel": "self", "href": "http://c/s1"}]}],
       "servers_links": [{"rel": "next", "href": "http://c/?marker=s1"}]}
      """;

  static final String UPDATED = "{\"server\": {%s, \"addresses\": %s}}".formatted(CORE, ADDRESSES);

  static final String REBUILT =
      "{\"server\": {%s, \"addresses\": %s, \"adminPass\": \"the-new-password\"}}"
          .formatted(CORE, ADDRESSES);

  static final String CREATED =
      """
      {"server": {"id": "s1", "links": [{"rel": "self", "href": "http://c/s1"}],
        "adminPass": "the-first-password", "security_groups": [{"name": "default"}],
        "OS-DCF:diskConfig": "MANUAL"}}
      """;

  static final String SIZED =
      """
      {"server": {"id": "s1", "status": "ACTIVE", "flavor": {"original_name": "small", "vcpus": 2,
        "ram": 512, "disk": 1, "swap": 0, "ephemeral": 0, "extra_specs": {"a": "b"}}}}
      """;

  static final String NAMED =
      """
      {"server": {"id": "s1", "name": "One", "OS-EXT-SRV-ATTR:hostname": "one"}}
      """;

  static final String SNAPSHOT =
      """
      {"image": {"id": "i7", "name": "snap", "status": "SAVING", "progress": 25,
        "updated": "2026-11-22T15:19:39Z", "created": "2026-11-22T15:19:30Z",
        "minDisk": 1, "minRam": 0, "metadata": {"image_type": "snapshot"},
        "links": [{"rel": "self", "href": "http://c/i7"},
                  {"rel": "alternate", "type": "application/x", "href": "http://i/i7"}],
        "server": {"id": "s1", "links": [{"rel": "self", "href": "http://c/s1"}]},
        "OS-EXT-IMG-SIZE:size": 1234567890123, "OS-DCF:diskConfig": "AUTO"}}
      """;

  static final String IMAGES =
      """
      {"images": [{"id": "i7", "name": "snap", "links": [{"rel": "self", "href": "http://c/i7"},
                   {"rel": "alternate", "type": "application/x", "href": "http://i/i7"}]}],
       "images_links": [{"rel": "next", "href": "http://c/?marker=i7"}]}
      """;

  private static final String ACTION_FIELDS =
      """
      "action": "create", "request_id": "req-1", "user_id": "u1", "project_id": "p1",
      "start_time": "2026-11-22T15:19:30.000000", "message": null, "instance_uuid": "s1\"""";

  static final String ACTIONS = "{\"instanceActions\": [{%s}]}".formatted(ACTION_FIELDS);

  static final String ACTION =
      """
      {"instanceAction": {%s, "events": [
        {"event": "compute__do_build_and_run_instance", "start_time": "2026-11-22T15:19:31.000000",
         "finish_time": null, "result": null, "traceback": null}]}}
      """
          .formatted(ACTION_FIELDS);

  static final String ATTACHMENT =
      """
      {"volumeAttachment":
        {"id": "v1", "volumeId": "v1", "serverId": "s1", "device": "/dev/vdb"}}
      """;

  static final String ATTACHMENTS =
      """
      {"volumeAttachments": [{"id": "v1", "volumeId": "v1", "serverId": "s1", "device": null}]}
      """;

  static final String GROUPS =
      """
      {"security_groups": [{"id": "g1", "name": "web", "description": "", "tenant_id": "p1",
       "rules": [{"id": "r1", "parent_group_id": "g1", "ip_protocol": "tcp", "from_port": 22,
        "to_port": 22, "group": {}, "ip_range": {"cidr": "0.0.0.0/0"}}]}]}
      """;

  static final String METADATA = "{\"metadata\": {\"a\": \"1\", \"b\": \"\"}}";

  static final String ITEM = "{\"meta\": {\"a\": \"1\"}}";

  static final String KEY_PAIR =
      """
      {"keypair": {"name": "k", "public_key": "ssh-rsa", "fingerprint": "55:8a", "user_id": "u1",
        "private_key": "the-private-half"}}
      """;

  static final String TYPED_KEY_PAIR =
      KEY_PAIR.replace("{\"name\"", "{\"type\": \"x509\", \"name\"");

  static final String READ_KEY_PAIR =
      """
      {"keypair": {"name": "k", "public_key": "cert", "fingerprint": "55:8a", "user_id": "u1",
        "created_at": "2026-11-22T15:19:39.000000", "deleted": false, "deleted_at": null, "id": 1,
        "updated_at": null, "type": "x509"}}
      """;

  static final String KEY_PAIRS =
      """
      {"keypairs": [{"keypair": {"name": "k", "public_key": "ssh-rsa", "fingerprint": "55:8a"}}]}
      """;

  static final String TYPED_KEY_PAIRS =
      KEY_PAIRS.replace("{\"name\"", "{\"type\": \"x509\", \"name\"");

  static final String VERSIONS =
      """
      {"versions": [
        {"id": "v2.0", "status": "SUPPORTED", "version": "", "min_version": "",
         "updated": "2011-01-21T11:33:21Z",
         "links": [{"rel": "self", "href": "http://c/v2/", "type": "text/html"}],
         "media-types": [{"base": "application/json", "type": "application/x"}]},
        {"id": "v2.1", "status": "CURRENT", "updated": "2013-07-23T11:33:21Z", "links": []}]}
      """;

  static final String ZONES =
      """
      {"availabilityZoneInfo": [
        {"zoneName": "nova", "zoneState": {"available": true}, "hosts": null}]}
      """;

  static final String FLAVORS =
      """
      {"flavors": [{"id": "1", "name": "tiny", "links": [{"rel": "self", "href": "http://c/1"}]}],
       "flavors_links": [{"rel": "next", "href": "http://c/flavors?marker=1"}]}
      """;

  private static final String FULL_FLAVOR =
      """
      {"id": "1", "name": "tiny", "ram": 512, "disk": 1, "swap": "", "vcpus": 1,
        "OS-FLV-EXT-DATA:ephemeral": 0, "OS-FLV-DISABLED:disabled": false,
        "os-flavor-access:is_public": true, "rxtx_factor": 1.0,
        "links": [{"rel": "self", "href": "http://c/1"}]}""";

  static final String FLAVOR = "{\"flavor\": " + FULL_FLAVOR + "}";

  static final String FLAVORS_IN_DETAIL = "{\"flavors\": [" + FULL_FLAVOR + "]}";

  static final String QUOTAS =
      """
      {"quota_set": {"id": "p1", "cores": 20, "fixed_ips": -1, "floating_ips": -1,
        "injected_file_content_bytes": 10240, "injected_file_path_bytes": 255,
        "injected_files": 5, "instances": 10, "key_pairs": 100, "metadata_items": 128,
        "ram": 51200, "security_group_rules": -1, "security_groups": -1,
        "server_group_members": 10, "server_groups": 10}}
      """;

  private ComputeBodies() {}
}
