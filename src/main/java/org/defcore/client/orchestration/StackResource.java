package org.defcore.client.orchestration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Identified;

/**
 * A resource of a stack, as it is shown and listed; later releases add fields.
 *
 * @param id its name in the template
 * @param physicalId empty as long as nothing is made
 * @param attributes shown, but not listed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StackResource(
    @JsonProperty("logical_resource_id") String id,
    @JsonProperty("resource_name") String name,
    @JsonProperty("physical_resource_id") String physicalId,
    @JsonProperty("resource_type") String type,
    @JsonProperty("resource_status") String status,
    @JsonProperty("resource_status_reason") Optional<String> reason,
    @JsonProperty("required_by") List<String> requiredBy,
    Optional<JsonNode> attributes,
    List<StackLink> links)
    implements Identified {

  public StackResource {
    requiredBy = List.copyOf(requiredBy);
    links = List.copyOf(links);
  }

  /** The stack that is the inside of this resource, if there is one. */
  public Optional<StackAddress> nested() {
    return links.stream()
        .filter(it -> it.rel().equals("nested"))
        .map(it -> StackAddress.of(it.href()))
        .findFirst();
  }
}
