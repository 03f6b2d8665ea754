package org.defcore.client.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.defcore.client.Identified;

/** A pool of address ranges for subnets. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SubnetPool(String id, String name) implements Identified {}
