package org.defcore.simcloud.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.defcore.simcloud.resource.Attribute.Trait;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;

/**
 * A type of resources of a service, described by its attributes.
 *
 * @param name of one, for instance {@code security_group}
 * @param path of the list, whose variable parts are attributes
 * @param update the method that changes a resource
 * @param missing the fault for an id that is not there
 */
public record ResourceType(
    String name,
    String path,
    String update,
    String missing,
    Map<String, Attribute> attributes,
    FaultTable faults) {

  public ResourceType {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /**
   * The types that a document describes, as {@code resources.yaml} of a service does.
   *
   * @param version the beginning of the paths that the document does not tell
   */
  public static List<ResourceType> all(JsonNode document, String version, Forms forms) {
    return document
        .propertyStream()
        .filter(it -> it.getValue().has("attributes"))
        .map(it -> of(it.getKey(), it.getValue(), document.path("every"), version, forms))
        .toList();
  }

  private static ResourceType of(
      String name, JsonNode described, JsonNode every, String version, Forms forms) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    for (JsonNode some : List.of(described.path("attributes"), every)) {
      for (Map.Entry<String, JsonNode> attribute : some.properties()) {
        String key = attribute.getKey();
        attributes.putIfAbsent(key, Attribute.read(key, attribute.getValue(), forms));
      }
    }
    return new ResourceType(
        name,
        described.path("path").asText(version + "/" + name.replace('_', '-') + "s"),
        described.path("update").asText("PUT"),
        described.path("missing").asText(),
        attributes,
        forms.faults());
  }

  /** The name of a list, for instance {@code security_groups}. */
  public String plural() {
    return name + "s";
  }

  /** The attribute of others that holds an id, for instance {@code security_group_id}. */
  String reference() {
    return name + "_id";
  }

  Attribute attribute(String named) {
    return Optional.ofNullable(attributes.get(named)).orElseThrow();
  }

  /** The path of a resource. */
  public String path(ObjectNode resource) {
    String parent = path;
    for (String attribute : attributes.keySet()) {
      parent = parent.replace("{" + attribute + "}", resource.path(attribute).asText());
    }
    return parent + "/" + resource.path("id").asText();
  }

  Refusal notFound(String id) {
    return faults.of(missing, id);
  }

  /** The resource that a document asks for, as far as its owner chooses it. */
  ObjectNode wanted(JsonNode sent) {
    requireKnown(sent);
    for (Attribute attribute : attributes.values()) {
      String at = attribute.name();
      boolean there = sent.has(at);
      faults.refuseIf(there && !attribute.canBeSent(Trait.LATER), "not-at-first", at, name);
      faults.refuseIf(!there && attribute.is(Trait.REQUIRED), "required", at);
    }
    return read(sent, "create");
  }

  /** The attributes that a document changes. */
  ObjectNode changes(JsonNode sent, ObjectNode before) {
    requireKnown(sent);
    for (Attribute attribute : attributes.values()) {
      String at = attribute.name();
      boolean other = attribute.is(Trait.KEPT) && !sent.path(at).equals(before.path(at));
      faults.refuseIf(
          sent.has(at) && (other || !attribute.canBeSent(Trait.FIXED)), "fixed", at, name);
    }
    return read(sent, "update");
  }

  private void requireKnown(JsonNode sent) {
    Set<String> unknown = new TreeSet<>();
    sent.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(attributes.keySet());
    faults.refuseIf(!unknown.isEmpty(), "unknown", String.join(", ", unknown), name);
  }

  private ObjectNode read(JsonNode sent, String verb) {
    ObjectNode read = Json.object();
    for (Attribute attribute : attributes.values()) {
      String at = attribute.name();
      if (sent.has(at)) {
        JsonNode value = attribute.form().orElseThrow().read(at, sent.path(at));
        boolean unusual = !value.equals(attribute.usual());
        faults.refuseIf(unusual && attribute.is(Trait.ADMIN), "admin", verb, name, at);
        read.set(at, value);
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

  public boolean shows(String attribute) {
    return attributes.containsKey(attribute) && !attributes.get(attribute).is(Trait.HIDDEN);
  }

  /** A resource without the attributes that are not shown. */
  ObjectNode shown(ObjectNode stored) {
    attributes.keySet().stream().filter(it -> !shows(it)).forEach(stored::remove);
    return stored;
  }

  /** The rules of a list of these, in the order in which it comes. */
  public ListRules<ObjectNode> lists() {
    return ListRules.<ObjectNode>of(it -> it.path("id").asText(), faults.ofLists(this::notFound))
        .usually(ListRules.Direction.ASC);
  }

  /** The order of an attribute that is shown. */
  public Optional<Comparator<ObjectNode>> order(String attribute) {
    Comparator<JsonNode> rising =
        (one, other) ->
            one.isNumber() && other.isNumber()
                ? Integer.compare(one.asInt(), other.asInt())
                : one.asText().compareTo(other.asText());
    return shows(attribute)
        ? Optional.of(Comparator.comparing(it -> it.path(attribute), rising))
        : Optional.empty();
  }
}
