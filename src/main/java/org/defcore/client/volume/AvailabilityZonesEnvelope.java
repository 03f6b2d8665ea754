package org.defcore.client.volume;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** Body of the zone list, open. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AvailabilityZonesEnvelope(List<VolumeZone> availabilityZoneInfo) {}
