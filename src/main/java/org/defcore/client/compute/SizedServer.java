package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What a server says of its size at 2.47; it says more. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SizedServer(String id, EmbeddedFlavor flavor) {}
