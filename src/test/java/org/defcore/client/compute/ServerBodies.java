package org.defcore.client.compute;

/** Answers about servers that have every field there can be. */
final class ServerBodies {

  static final String ADDRESSES =
      """
      {"shared": [{"version": 4, "addr": "10.0.0.7"}, {"version": 6, "addr": "fd00::7"}]}""";

  static final String SERVER =
      """
      {"server": {%s, "key_name": "k", "security_groups": [{"name": "default"}],
        "addresses": {"shared": [{"version": 4, "addr": "10.0.0.7", "OS-EXT-IPS:type": "fixed",
          "OS-EXT-IPS-MAC:mac_addr": "fa:16:3e:00:00:01"}]},
        "OS-SRV-USG:launched_at": "2026-11-22T15:19:39.000000",
        "OS-SRV-USG:terminated_at": "2026-11-22T16:19:39.000000",
        "OS-EXT-AZ:availability_zone": "nova", "OS-EXT-STS:task_state": "spawning",
        "OS-EXT-STS:vm_state": "active", "OS-EXT-STS:power_state": 1,
        "OS-EXT-SRV-ATTR:host": "h", "OS-EXT-SRV-ATTR:instance_name": "i",
        "OS-EXT-SRV-ATTR:hypervisor_hostname": "y",
        "os-extended-volumes:volumes_attached": [{"id": "v1"}], "config_drive": "True"}}
      """
          .formatted(common());

  static final String UPDATED =
      "{\"server\": {%s, \"addresses\": %s}}".formatted(common(), ADDRESSES);

  static final String REBUILT =
      "{\"server\": {%s, \"addresses\": %s, \"adminPass\": \"the-new-password\"}}"
          .formatted(common(), ADDRESSES);

  static final String CREATED =
      """
      {"server": {"id": "s1", "links": [{"rel": "self", "href": "http://c/s1"}],
        "adminPass": "the-first-password", "security_groups": [{"name": "default"}],
        "OS-DCF:diskConfig": "MANUAL"}}
      """;

  /** Demands on the fields that server records have in common. */
  static final String COMMON_RULES =
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

  private ServerBodies() {}

  private static String common() {
    return """
    "id": "s1", "name": "web", "status": "ACTIVE", "user_id": "u1", "tenant_id": "p1",
    "image": {"id": "i1", "links": [{"rel": "bookmark", "href": "http://c/i1"}]},
    "flavor": {"id": "1", "links": [{"rel": "bookmark", "href": "http://c/1"}]},
    "created": "2026-11-22T15:19:30Z", "updated": "2026-11-22T15:19:39Z",
    "metadata": {"a": "1"}, "links": [{"rel": "self", "href": "http://c/s1"}],
    "hostId": "abc", "progress": 0, "OS-DCF:diskConfig": "MANUAL",
    "accessIPv4": "", "accessIPv6": "",
    "fault": {"code": 500, "created": "2026-11-22T15:19:39Z", "message": "no host",
      "details": "none"}""";
  }
}
