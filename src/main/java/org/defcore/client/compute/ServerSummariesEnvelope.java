package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.defcore.http.json.NeverNull;

/** Body of the brief server list; the links lead to further pages. */
record ServerSummariesEnvelope(
    List<ServerSummary> servers,
    @NeverNull @JsonProperty("servers_links") Optional<List<Link>> serversLinks) {}
