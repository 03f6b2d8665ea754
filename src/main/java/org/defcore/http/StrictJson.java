package org.defcore.http;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Binds response bodies so that an extra, missing, null or mistyped field is a finding, not a
 * default. A component of type {@code Optional} may be absent or null; a record annotated
 * {@code @JsonIgnoreProperties(ignoreUnknown = true)} is open, all others are closed.
 */
public final class StrictJson {

  public static final ObjectMapper MAPPER = new ObjectMapper();

  private StrictJson() {}
}
