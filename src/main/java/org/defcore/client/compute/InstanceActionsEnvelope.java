package org.defcore.client.compute;

import java.util.List;

/** Body of the action log of a server, closed. */
record InstanceActionsEnvelope(List<InstanceAction> instanceActions) {}
