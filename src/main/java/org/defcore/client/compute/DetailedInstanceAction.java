package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Timestamp;
import org.defcore.http.json.AlwaysPresent;
import org.defcore.http.json.NeverNull;

/** An entry of the action log of a server by itself. */
public record DetailedInstanceAction(
    String action,
    @JsonProperty("request_id") String requestId,
    @JsonProperty("user_id") String userId,
    @JsonProperty("project_id") String projectId,
    @JsonProperty("start_time") Timestamp startTime,
    @AlwaysPresent Optional<String> message,
    @JsonProperty("instance_uuid") String instanceId,
    @NeverNull Optional<List<Event>> events) {

  public DetailedInstanceAction {
    events = events.map(List::copyOf);
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
