package org.defcore.client.compute;

/** Rules of the fields in the answers of compute, one a line. */
final class ComputeRules {

  static final String CORE =
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

  static final String SERVER =
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

  static final String CREATED =
      """
      id                | REQUIRED | 1
      links             | REQUIRED | {}
      adminPass         | OPTIONAL | {}
      security_groups   | OPTIONAL | {}
      OS-DCF:diskConfig | OPTIONAL | 1
      """;

  static final String BRIEF_IMAGE =
      """
      id    | REQUIRED | 7
      name  | NULLABLE | 7
      links | REQUIRED | {}
      """;

  static final String SNAPSHOT =
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

  static final String ACTION =
      """
      action        | REQUIRED | 1
      request_id    | REQUIRED | 1
      user_id       | REQUIRED | 1
      project_id    | REQUIRED | 1
      start_time    | REQUIRED | "now"
      message       | NULLABLE | 1
      instance_uuid | REQUIRED | 1
      """;

  static final String EVENT =
      """
      event       | REQUIRED | 1
      start_time  | REQUIRED | "now"
      finish_time | NULLABLE | "now"
      result      | NULLABLE | 1
      traceback   | EITHER   | 1
      """;

  static final String ATTACHMENT =
      """
      id       | REQUIRED | 1
      volumeId | REQUIRED | 1
      serverId | REQUIRED | 1
      device   | EITHER   | 1
      """;

  static final String GROUP =
      """
      id          | REQUIRED | 1
      name        | REQUIRED | 1
      description | REQUIRED | 1
      tenant_id   | REQUIRED | 1
      rules       | REQUIRED | {}
      """;

  static final String GROUP_RULE =
      """
      id              | REQUIRED | 1
      parent_group_id | REQUIRED | 1
      ip_protocol     | NULLABLE | 1
      from_port       | NULLABLE | "22"
      to_port         | NULLABLE | "22"
      group           | REQUIRED | 1
      ip_range        | REQUIRED | 1
      """;

  static final String LISTED_KEY_PAIR =
      """
      name        | REQUIRED | 1
      public_key  | REQUIRED | 1
      fingerprint | REQUIRED | 1
      """;

  static final String KEY_PAIR =
      LISTED_KEY_PAIR
          + """
          user_id     | REQUIRED | 1
          private_key | OPTIONAL | {}
          """;

  static final String TYPE = "type | REQUIRED | 1\n";

  static final String READ_KEY_PAIR =
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

  static final String SUMMARY =
      """
      id    | REQUIRED | 1
      name  | REQUIRED | 1
      links | REQUIRED | {}
      """;

  static final String FLAVOR =
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

  static final String QUOTAS =
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

  static final String VERSION =
      """
      id          | REQUIRED | 2
      links       | REQUIRED | {}
      status      | REQUIRED | 1
      updated     | REQUIRED | "2011"
      version     | OPTIONAL | 2
      min_version | OPTIONAL | 2
      media-types | OPTIONAL | {}
      """;

  static final String ZONE =
      """
      zoneName  | REQUIRED | 1
      zoneState | REQUIRED | true
      hosts     | NULLABLE | {}
      """;

  static final String EMBEDDED_FLAVOR =
      """
      original_name | REQUIRED | 1
      vcpus         | REQUIRED | "2"
      ram           | REQUIRED | "512"
      disk          | REQUIRED | "1"
      swap          | REQUIRED | "0"
      ephemeral     | REQUIRED | "0"
      extra_specs   | OPTIONAL | []
      """;

  static final String NAMED_HOST =
      """
      id                       | REQUIRED | 1
      name                     | REQUIRED | 1
      OS-EXT-SRV-ATTR:hostname | REQUIRED | 1
      """;

  private ComputeRules() {}
}
