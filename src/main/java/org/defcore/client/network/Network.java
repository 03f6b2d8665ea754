package org.defcore.client.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.defcore.client.Identified;
import org.defcore.http.json.NeverNull;

/**
 * A network.
 *
 * @param external only where the cloud has the extension for it, as is the MTU
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Network(
    String id,
    String name,
    String status,
    boolean shared,
    @JsonProperty("router:external") Optional<Boolean> external,
    Optional<Integer> mtu)
    implements Identified {

  /** A network of which three fields are asked for, and no more. */
  public record Summary(String id, String name, @NeverNull Optional<Integer> mtu)
      implements Identified {}
}
