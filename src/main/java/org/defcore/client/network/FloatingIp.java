package org.defcore.client.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.defcore.client.Identified;
import org.defcore.client.IpAddress;
import org.defcore.http.json.AlwaysPresent;

/**
 * An address of an external network. It has no name; its description can be one.
 *
 * @param fixed the address of the port that it stands for
 * @param router the router on the way to that port
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FloatingIp(
    String id,
    String description,
    @JsonProperty("floating_network_id") String network,
    @JsonProperty("floating_ip_address") IpAddress address,
    @AlwaysPresent @JsonProperty("port_id") Optional<String> port,
    @AlwaysPresent @JsonProperty("fixed_ip_address") Optional<IpAddress> fixed,
    @AlwaysPresent @JsonProperty("router_id") Optional<String> router)
    implements Identified {}
