package org.defcore.client.compute;

/** Body of the answer to a rebuild, closed. */
record RebuiltServerEnvelope(RebuiltServer server) {}
