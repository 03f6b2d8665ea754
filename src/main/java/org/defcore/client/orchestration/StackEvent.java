package org.defcore.client.orchestration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Identified;

/**
 * An event of a stack; later releases add fields.
 *
 * @param type of the resource; shown, but not listed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StackEvent(
    String id,
    @JsonProperty("event_time") String time,
    @JsonProperty("resource_name") String resource,
    @JsonProperty("logical_resource_id") String logicalId,
    @JsonProperty("resource_status") String status,
    @JsonProperty("resource_status_reason") String reason,
    @JsonProperty("resource_type") Optional<String> type,
    List<StackLink> links)
    implements Identified {

  public StackEvent {
    links = List.copyOf(links);
  }

  /** This event as it is shown of a resource of that type. */
  public StackEvent typed(String resourceType) {
    return new StackEvent(
        id, time, resource, logicalId, status, reason, Optional.of(resourceType), links);
  }
}
