package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.defcore.http.json.NeverNull;

/** Body of the detailed flavor list; the links lead to further pages. */
record FlavorsEnvelope(
    List<Flavor> flavors,
    @NeverNull @JsonProperty("flavors_links") Optional<List<Link>> flavorsLinks) {}
