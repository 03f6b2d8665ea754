package org.defcore.client.compute;

import java.util.Map;

/** Body of all metadata of a server, closed. */
record MetadataEnvelope(Map<String, String> metadata) {}
