package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.defcore.http.json.NeverNull;

/** The compute limits of a project, up to 2.35; -1 is no limit. */
public record QuotaSet(
    String id,
    long instances,
    long cores,
    long ram,
    @JsonProperty("floating_ips") long floatingIps,
    @JsonProperty("fixed_ips") long fixedIps,
    @JsonProperty("metadata_items") long metadataItems,
    @JsonProperty("key_pairs") long keyPairs,
    @JsonProperty("security_groups") long securityGroups,
    @JsonProperty("security_group_rules") long securityGroupRules,
    @JsonProperty("injected_files") long injectedFiles,
    @JsonProperty("injected_file_content_bytes") long injectedFileContentBytes,
    @JsonProperty("injected_file_path_bytes") long injectedFilePathBytes,
    @NeverNull @JsonProperty("server_groups") Optional<Long> serverGroups,
    @NeverNull @JsonProperty("server_group_members") Optional<Long> serverGroupMembers) {}
