package org.defcore.client.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.defcore.client.Identified;
import org.defcore.http.json.AlwaysPresent;

/**
 * A rule of a security group, by itself or within that.
 *
 * @param direction {@code ingress} or {@code egress}
 * @param from the first port, or the type of ICMP
 * @param to the last port, or the code of ICMP
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SecurityGroupRule(
    String id,
    @JsonProperty("security_group_id") String group,
    String direction,
    String ethertype,
    @AlwaysPresent Optional<String> protocol,
    @AlwaysPresent @JsonProperty("port_range_min") Optional<Integer> from,
    @AlwaysPresent @JsonProperty("port_range_max") Optional<Integer> to,
    @AlwaysPresent @JsonProperty("remote_ip_prefix") Optional<String> remotePrefix,
    @AlwaysPresent @JsonProperty("remote_group_id") Optional<String> remoteGroup)
    implements Identified {}
