package org.defcore.client.volume;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/** An availability zone of volumes; no claim is about its contents. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record VolumeZone(Optional<String> zoneName) {}
