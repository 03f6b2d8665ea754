package org.defcore.client.compute;

import java.util.List;
import java.util.Map;

/** Body of the addresses of a server by network, closed. */
record AddressesEnvelope(Map<String, List<BareAddress>> addresses) {}
