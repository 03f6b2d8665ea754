package org.defcore.client.volume;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/** A zone; only that there is one is claimed. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record VolumeZone(Optional<String> zoneName) {}
