package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Timestamp;
import org.defcore.http.json.AlwaysPresent;
import org.defcore.http.json.NeverNull;

/** An entry of the action log of a server in the list. */
public record InstanceAction(
    String action,
    @JsonProperty("request_id") String requestId,
    @JsonProperty("user_id") String userId,
    @JsonProperty("project_id") String projectId,
    @JsonProperty("start_time") Timestamp startTime,
    @AlwaysPresent Optional<String> message,
    @JsonProperty("instance_uuid") String instanceId) {

  /** An entry by itself. */
  public record Detailed(
      @JsonUnwrapped InstanceAction entry, @NeverNull Optional<List<Event>> events) {

    public Detailed {
      events = events.map(List::copyOf);
    }
  }

  /**
   * A step of the action.
   *
   * @param finishTime null while it goes on
   * @param traceback told to administrators, as a rule
   */
  public record Event(
      String event,
      @JsonProperty("start_time") Timestamp startTime,
      @AlwaysPresent @JsonProperty("finish_time") Optional<Timestamp> finishTime,
      @AlwaysPresent Optional<String> result,
      Optional<String> traceback) {}
}
