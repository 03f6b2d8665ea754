package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.Set;
import org.defcore.simcloud.wire.Json;

/**
 * One attribute of a network resource, as the map of attributes of the real service describes it.
 *
 * @param usual the value that it has if none is sent; a missing node if the rules of the resource
 *     find one
 * @param refersTo the list of resources whose ids it holds, one or several; empty if it holds none
 */
record Attribute(String name, Form form, Set<Trait> traits, JsonNode usual, String refersTo) {

  enum Trait {
    /** Can be sent when the resource is made. */
    POST,
    /** Can be sent when the resource is changed. */
    PUT,
    /** Has to be sent when the resource is made. */
    REQUIRED,
    /** Only administrators choose another value than the usual one. */
    ADMIN,
    /** Never shown. */
    HIDDEN
  }

  static final JsonNode NULL = NullNode.getInstance();
  static final JsonNode FOUND = MissingNode.getInstance();

  Attribute {
    traits = Set.copyOf(traits);
  }

  /** An attribute that its owner chooses and may change. */
  static Attribute of(String name, Form form, JsonNode usual) {
    return new Attribute(name, form, Set.of(Trait.POST, Trait.PUT), usual, "");
  }

  static Attribute text(String name) {
    return of(name, Form.TEXT, TextNode.valueOf(""));
  }

  static Attribute flag(String name, boolean usual) {
    return of(name, Form.FLAG, BooleanNode.valueOf(usual));
  }

  static Attribute list(String name, Form item) {
    return of(name, Form.listOf(item), Json.array());
  }

  /** An attribute that the cloud sets. */
  static Attribute given(String name, JsonNode value) {
    return new Attribute(name, (attribute, sent) -> sent, Set.of(), value, "");
  }

  /** A copy that has to be sent when the resource is made. */
  Attribute required() {
    return with(Trait.REQUIRED);
  }

  /** A copy that is only chosen when the resource is made. */
  Attribute fixed() {
    Set<Trait> fewer = new HashSet<>(traits);
    fewer.remove(Trait.PUT);
    return new Attribute(name, form, fewer, usual, refersTo);
  }

  /** A copy that holds ids of resources, which have to be there. */
  Attribute references(String plural) {
    return new Attribute(name, form, traits, usual, plural);
  }

  Attribute with(Trait trait) {
    Set<Trait> more = new HashSet<>(traits);
    more.add(trait);
    return new Attribute(name, form, more, usual, refersTo);
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
  }
}
