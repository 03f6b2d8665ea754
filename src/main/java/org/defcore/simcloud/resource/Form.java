package org.defcore.simcloud.resource;

import com.fasterxml.jackson.databind.JsonNode;

/** Form that the values of an attribute have: converts what was sent, or refuses it. */
@FunctionalInterface
public interface Form {

  JsonNode read(String name, JsonNode sent);
}
