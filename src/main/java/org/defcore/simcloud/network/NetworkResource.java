package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.defcore.simcloud.network.Attribute.Trait;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;

/**
 * A kind of resource of the network service, described by its attributes.
 *
 * @param name of one, for instance {@code security_group}
 * @param missing message for an id that is not there, with a place for it; its words up to there
 *     are the name of the fault
 * @param use the use that keeps it from being removed
 */
record NetworkResource(
    String name, String missing, Map<String, Attribute> attributes, Optional<Use> use) {

  /**
   * Use of a resource by ports.
   *
   * @param attribute the attribute of ports that holds its id
   * @param message of the fault, with a place for the id
   */
  record Use(String attribute, String fault, String message) {

    Refusal refusal(String id) {
      return NetworkFaults.conflict(fault, message.formatted(id));
    }
  }

  private static final List<String> OWNER = List.of("project_id", "tenant_id");

  NetworkResource {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** A kind of resource with these attributes and those that all kinds have. */
  static NetworkResource of(String name, String missing, Attribute... own) {
    List<Attribute> all = new ArrayList<>(List.of(own));
    all.add(Attribute.given("id", Attribute.FOUND));
    OWNER.forEach(it -> all.add(Attribute.of(it, Form.TEXT, Attribute.FOUND).fixed()));
    all.add(Attribute.text("description"));
    all.add(Attribute.given("created_at", Attribute.FOUND));
    all.add(Attribute.given("updated_at", Attribute.FOUND));
    all.add(Attribute.given("revision_number", IntNode.valueOf(0)));
    all.add(Attribute.given("tags", Json.array()));
    Map<String, Attribute> byName = new LinkedHashMap<>();
    all.forEach(it -> byName.putIfAbsent(it.name(), it));
    return new NetworkResource(name, missing, byName, Optional.empty());
  }

  NetworkResource usedBy(String attribute, String fault, String message) {
    return new NetworkResource(
        name, missing, attributes, Optional.of(new Use(attribute, fault, message)));
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
    StringBuilder type = new StringBuilder();
    for (String word : missing.substring(0, missing.indexOf(" %s")).split(" ", -1)) {
      type.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return NetworkFaults.notFound(type + "NotFound", missing.formatted(id));
  }

  Refusal forbidden(String verb) {
    return NetworkFaults.forbidden("rule:" + verb + "_" + name);
  }

  /** The resource that a document asks for, as far as its owner chooses it. */
  ObjectNode wanted(JsonNode sent, Caller caller) {
    requireKnown(sent, caller);
    for (Attribute attribute : attributes.values()) {
      if (sent.has(attribute.name()) && !attribute.is(Trait.POST)) {
        throw NetworkFaults.badRequest("Attribute '" + attribute.name() + "' not allowed in POST");
      }
      if (!sent.has(attribute.name()) && attribute.is(Trait.REQUIRED)) {
        throw NetworkFaults.badRequest(
            "Failed to parse request. Required attribute '" + attribute.name() + "' not specified");
      }
    }
    return read(sent, "create");
  }

  /** The attributes that a document changes. */
  ObjectNode changes(JsonNode sent, Caller caller) {
    requireKnown(sent, caller);
    for (Attribute attribute : attributes.values()) {
      if (sent.has(attribute.name()) && !attribute.is(Trait.PUT)) {
        throw NetworkFaults.badRequest("Cannot update read-only attribute " + attribute.name());
      }
    }
    return read(sent, "update");
  }

  private void requireKnown(JsonNode sent, Caller caller) {
    for (String owner : OWNER) {
      if (sent.has(owner) && !sent.path(owner).asText().equals(caller.project())) {
        throw NetworkFaults.badRequest(
            "Specifying 'project_id' or 'tenant_id' other than the authenticated project in"
                + " request requires admin or advsvc privileges");
      }
    }
    Set<String> unknown = new TreeSet<>();
    sent.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(attributes.keySet());
    if (!unknown.isEmpty()) {
      throw NetworkFaults.badRequest(
          "Unrecognized attribute(s) '" + String.join(", ", unknown) + "'");
    }
  }

  private ObjectNode read(JsonNode sent, String verb) {
    ObjectNode read = Json.object();
    for (Attribute attribute : attributes.values()) {
      String attributeName = attribute.name();
      if (sent.has(attributeName)) {
        JsonNode value = attribute.form().read(attributeName, sent.path(attributeName));
        if (attribute.is(Trait.ADMIN) && !value.equals(attribute.usual())) {
          throw NetworkFaults.forbidden("rule:" + verb + "_" + name + ":" + attributeName);
        }
        read.set(attributeName, value);
      }
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

  /** A resource without the attributes that are not shown. */
  ObjectNode shown(ObjectNode stored) {
    attributes.values().stream()
        .filter(it -> it.is(Trait.HIDDEN))
        .forEach(it -> stored.remove(it.name()));
    return stored;
  }
}
