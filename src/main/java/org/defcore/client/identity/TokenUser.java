package org.defcore.client.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/** Whose token it is. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TokenUser(String id, Optional<String> name) {}
