package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;
import org.defcore.http.json.NeverNull;

/** The size of a server at 2.47; all other fields are open. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SizedServer(String id, EmbeddedFlavor flavor) {

  /**
   * The flavor that a server was made with, closed.
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
}
