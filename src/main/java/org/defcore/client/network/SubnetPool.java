package org.defcore.client.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.defcore.client.Identified;

/** A pool of address ranges for subnets, whose order means nothing: here it is that of texts. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SubnetPool(String id, String name, List<String> prefixes) implements Identified {

  public SubnetPool {
    prefixes = prefixes.stream().sorted().toList();
  }
}
