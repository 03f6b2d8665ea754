package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.defcore.client.Identified;
import org.defcore.http.json.NeverNull;

/**
 * A flavor in full, before 2.55.
 *
 * @param summary what the brief list says of it
 * @param swap MiB, or an empty text for none
 */
public record Flavor(
    @JsonUnwrapped Summary summary,
    long ram,
    long vcpus,
    JsonNode swap,
    long disk,
    @NeverNull @JsonProperty("OS-FLV-DISABLED:disabled") Optional<Boolean> disabled,
    @NeverNull @JsonProperty("os-flavor-access:is_public") Optional<Boolean> isPublic,
    @NeverNull @JsonProperty("rxtx_factor") Optional<Double> rxtxFactor,
    @NeverNull @JsonProperty("OS-FLV-EXT-DATA:ephemeral") Optional<Long> ephemeral)
    implements Identified {

  public Flavor {
    if (!swap.isIntegralNumber() && !swap.isTextual()) {
      throw new IllegalArgumentException("swap: expected an integer or a text but found " + swap);
    }
  }

  @Override
  public String id() {
    return summary.id();
  }
}
