package org.defcore.client.compute;

import java.util.List;

/** Body of the zone list, closed. */
record AvailabilityZonesEnvelope(List<AvailabilityZone> availabilityZoneInfo) {}
