package org.defcore.client.compute;

import java.util.Map;

/** Body of one metadata item of a server, closed. */
record MetadataItemEnvelope(Map<String, String> meta) {}
