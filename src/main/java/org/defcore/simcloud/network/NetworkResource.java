package org.defcore.simcloud.network;

import static org.defcore.simcloud.network.NetworkFaults.badRequest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.defcore.simcloud.network.Attribute.Trait;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;

/**
 * A kind of resource of the network service, described by its attributes.
 *
 * @param name of one, for instance {@code security_group}
 * @param missing the fault for an id that is not there
 * @param usedBy the attribute of ports that holds its id, and the fault of what is used
 */
record NetworkResource(
    String name, String missing, Map<String, String> usedBy, Map<String, Attribute> attributes) {

  private static final JsonNode DESCRIBED = Json.data(NetworkResource.class, "resources.yaml");
  private static final List<String> OWNER = List.of("project_id", "tenant_id");

  NetworkResource {
    usedBy = Map.copyOf(usedBy);
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  static List<NetworkResource> all() {
    return DESCRIBED
        .propertyStream()
        .filter(it -> it.getValue().has("attributes"))
        .map(it -> of(it.getKey(), it.getValue()))
        .toList();
  }

  /** A kind of resource with the described attributes and those that every kind has. */
  static NetworkResource of(String name, JsonNode described) {
    Map<String, String> usedBy = new TreeMap<>();
    described
        .path("used-by")
        .properties()
        .forEach(it -> usedBy.put(it.getKey(), it.getValue().asText()));
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    for (JsonNode some : List.of(described.path("attributes"), DESCRIBED.path("every"))) {
      some.properties()
          .forEach(
              it ->
                  attributes.putIfAbsent(it.getKey(), Attribute.read(it.getKey(), it.getValue())));
    }
    return new NetworkResource(name, described.path("missing").asText(), usedBy, attributes);
  }

  /** The name of a list, for instance {@code security_groups}. */
  String plural() {
    return name + "s";
  }

  /** The name of a list in paths and operations, for instance {@code security-groups}. */
  String collection() {
    return plural().replace('_', '-');
  }

  Refusal notFound(String id) {
    return NetworkFaults.of(missing, id);
  }

  Refusal forbidden(String verb) {
    return NetworkFaults.of("PolicyNotAuthorized", "rule:" + verb + "_" + name);
  }

  /** The resource that a document asks for, as far as its owner chooses it. */
  ObjectNode wanted(JsonNode sent, Caller caller) {
    requireKnown(sent, caller);
    for (Attribute attribute : attributes.values()) {
      boolean there = sent.has(attribute.name());
      if (there && !attribute.canBeSent(Trait.LATER)) {
        throw badRequest("Attribute '" + attribute.name() + "' not allowed in POST");
      }
      if (!there && attribute.is(Trait.REQUIRED)) {
        throw badRequest(
            "Failed to parse request. Required attribute '" + attribute.name() + "' not specified");
      }
    }
    return read(sent, "create");
  }

  /** The attributes that a document changes. */
  ObjectNode changes(JsonNode sent, Caller caller) {
    requireKnown(sent, caller);
    for (Attribute attribute : in(sent)) {
      if (!attribute.canBeSent(Trait.FIXED)) {
        throw badRequest("Cannot update read-only attribute " + attribute.name());
      }
    }
    return read(sent, "update");
  }

  private void requireKnown(JsonNode sent, Caller caller) {
    if (OWNER.stream()
        .anyMatch(it -> sent.has(it) && !sent.path(it).asText().equals(caller.project()))) {
      throw badRequest(
          "Specifying 'project_id' or 'tenant_id' other than the authenticated project in"
              + " request requires admin or advsvc privileges");
    }
    Set<String> unknown = new TreeSet<>();
    sent.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(attributes.keySet());
    if (!unknown.isEmpty()) {
      throw badRequest("Unrecognized attribute(s) '" + String.join(", ", unknown) + "'");
    }
  }

  private Collection<Attribute> in(JsonNode sent) {
    return attributes.values().stream().filter(it -> sent.has(it.name())).toList();
  }

  private ObjectNode read(JsonNode sent, String verb) {
    ObjectNode read = Json.object();
    for (Attribute attribute : in(sent)) {
      String at = attribute.name();
      JsonNode value = attribute.form().orElseThrow().read(at, sent.path(at));
      if (attribute.is(Trait.ADMIN) && !value.equals(attribute.usual())) {
        throw NetworkFaults.of("PolicyNotAuthorized", "rule:" + verb + "_" + name + ":" + at);
      }
      read.set(at, value);
    }
    return read;
  }

  /** Gives a resource the usual values of the attributes that it lacks. */
  void complete(ObjectNode made) {
    for (Attribute attribute : attributes.values()) {
      if (!made.has(attribute.name()) && !attribute.usual().isMissingNode()) {
        made.set(attribute.name(), attribute.usual().deepCopy());
      }
    }
  }

  boolean shows(String attribute) {
    return attributes.containsKey(attribute) && !attributes.get(attribute).is(Trait.HIDDEN);
  }

  /** A resource without the attributes that are not shown. */
  ObjectNode shown(ObjectNode stored) {
    attributes.keySet().stream().filter(it -> !shows(it)).forEach(stored::remove);
    return stored;
  }
}
