package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.defcore.client.Timestamp;
import org.defcore.http.json.AlwaysPresent;

/** An entry of the action log of a server in the list. */
public record InstanceAction(
    String action,
    @JsonProperty("request_id") String requestId,
    @JsonProperty("user_id") String userId,
    @JsonProperty("project_id") String projectId,
    @JsonProperty("start_time") Timestamp startTime,
    @AlwaysPresent Optional<String> message,
    @JsonProperty("instance_uuid") String instanceId) {}
