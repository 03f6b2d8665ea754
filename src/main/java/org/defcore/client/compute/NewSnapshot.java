package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/** An image to be made of a server; metadata that are empty are not sent. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record NewSnapshot(String name, Map<String, String> metadata) {}
