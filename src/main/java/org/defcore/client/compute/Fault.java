package org.defcore.client.compute;

import java.util.Optional;
import org.defcore.client.Timestamp;
import org.defcore.http.json.NeverNull;

/** Why a server went into the state ERROR. */
public record Fault(
    int code, Timestamp created, String message, @NeverNull Optional<String> details) {}
