package org.defcore.client.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

@JsonIgnoreProperties(ignoreUnknown = true)
record SecurityGroupRulesEnvelope(
    @JsonProperty("security_group_rules") List<SecurityGroupRule> rules) {

  SecurityGroupRulesEnvelope {
    rules = List.copyOf(rules);
  }
}
