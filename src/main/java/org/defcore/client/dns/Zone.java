package org.defcore.client.dns;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.defcore.client.Identified;
import org.defcore.http.json.AlwaysPresent;

/**
 * A zone.
 *
 * @param name with a dot at its end
 * @param action that the name servers have yet to follow: {@code CREATE}; {@code NONE} if none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Zone(
    String id,
    String name,
    @JsonProperty("pool_id") String pool,
    @JsonProperty("project_id") String project,
    String type,
    String email,
    int ttl,
    long serial,
    @AlwaysPresent Optional<String> description,
    String status,
    String action)
    implements Identified {}
