package org.defcore.client.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Identified;
import org.defcore.client.Timestamp;

/**
 * A security group with its rules, whose order means nothing: here they are by id.
 *
 * @param updatedAt only where the cloud has the extension for it, as is the revision
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SecurityGroup(
    String id,
    String name,
    String description,
    @JsonProperty("security_group_rules") List<SecurityGroupRule> rules,
    @JsonProperty("updated_at") Optional<Timestamp> updatedAt,
    @JsonProperty("revision_number") Optional<Long> revision)
    implements Identified {

  public SecurityGroup {
    rules = rules.stream().sorted(Comparator.comparing(SecurityGroupRule::id)).toList();
  }
}
