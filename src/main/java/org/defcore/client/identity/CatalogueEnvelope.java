package org.defcore.client.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** Body of a catalogue answer. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CatalogueEnvelope(List<CatalogueService> catalog) {}
