package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;
import org.defcore.http.json.NeverNull;

/**
 * The flavor that a server was made with as the server itself shows it, from 2.47 on.
 *
 * @param ram MiB
 * @param disk GiB
 * @param swap MiB
 * @param ephemeral GiB
 * @param extraSpecs absent where the user may not see them
 */
public record EmbeddedFlavor(
    @JsonProperty("original_name") String originalName,
    long vcpus,
    long ram,
    long disk,
    long swap,
    long ephemeral,
    @NeverNull @JsonProperty("extra_specs") Optional<Map<String, String>> extraSpecs) {

  public EmbeddedFlavor {
    extraSpecs = extraSpecs.map(Map::copyOf);
  }
}
