package org.defcore.client.volume;

import java.util.List;

/** Body of the extension list, closed. */
record ExtensionsEnvelope(List<Extension> extensions) {}
