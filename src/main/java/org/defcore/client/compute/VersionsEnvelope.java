package org.defcore.client.compute;

import java.util.List;

/** Body of the version list, closed. */
record VersionsEnvelope(List<ApiVersion> versions) {}
