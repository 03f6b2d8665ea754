package org.defcore.client.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Body of the version document. */
@JsonIgnoreProperties(ignoreUnknown = true)
record VersionEnvelope(IdentityApiVersion version) {}
