package org.defcore.client.volume;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** Body of the version list, open. */
@JsonIgnoreProperties(ignoreUnknown = true)
record VersionsEnvelope(List<VolumeApiVersion> versions) {}
