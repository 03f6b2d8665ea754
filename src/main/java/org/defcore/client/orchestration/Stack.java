package org.defcore.client.orchestration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Identified;

/** A stack, as it is shown and listed; later releases add fields. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Stack(
    String id,
    @JsonProperty("stack_name") String name,
    @JsonProperty("stack_status") String status,
    @JsonProperty("stack_status_reason") Optional<String> reason,
    Optional<List<String>> tags,
    Optional<String> parent,
    Optional<List<ObjectNode>> outputs)
    implements Identified {

  public Stack {
    tags = tags.map(List::copyOf);
    outputs = outputs.map(List::copyOf);
  }
}
