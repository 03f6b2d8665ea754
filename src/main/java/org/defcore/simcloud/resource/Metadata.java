package org.defcore.simcloud.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/**
 * The metadata of a resource, as a whole and key by key. The documents sent keep their schemas.
 *
 * @param deleted the answer to the deletion of a key
 */
public record Metadata(Holder holder, Reply deleted) {

  /** The resources that have the metadata. */
  public interface Holder {

    /**
     * The metadata of the resource that the path names.
     *
     * @throws Refusal if there is no such resource
     */
    Map<String, String> items(Incoming request);

    /**
     * Changes the metadata in one step, and returns it as it is then.
     *
     * @throws Refusal if that cannot be now
     */
    Map<String, String> change(Incoming request, UnaryOperator<Map<String, String>> how);

    /** The fault for a key that is not there. */
    Refusal missing(Incoming request);

    /** The fault for a document that cannot be followed. */
    Refusal bad(String message);
  }

  /**
   * The calls for the whole and for one key.
   *
   * @param path of the resource
   * @param names of the operations, in the order in which they stand here
   */
  public List<Operation> operations(String path, List<String> names) {
    String all = " " + path + "/metadata";
    String one = all + "/{key}";
    return List.of(
        Operation.of(names.get(0), "GET" + all, it -> all(holder.items(it))),
        Operation.of(names.get(1), "PUT" + all, this::replace),
        Operation.of(names.get(2), "POST" + all, this::add),
        Operation.of(names.get(3), "GET" + one, it -> one(it, holder.items(it))),
        Operation.of(names.get(4), "PUT" + one, this::put),
        Operation.of(names.get(5), "DELETE" + one, this::delete));
  }

  /** Keys and values of a document. */
  public static Map<String, String> items(JsonNode document) {
    Map<String, String> items = new TreeMap<>();
    document.properties().forEach(it -> items.put(it.getKey(), it.getValue().asText()));
    return items;
  }

  /** The document of keys and values. */
  public static ObjectNode document(Map<String, String> items) {
    ObjectNode document = Json.object();
    items.forEach(document::put);
    return document;
  }

  private Reply replace(Incoming request) throws IOException {
    Map<String, String> sent = items(request.sent("metadata"));
    return all(holder.change(request, it -> sent));
  }

  private Reply add(Incoming request) throws IOException {
    return all(add(request, items(request.sent("metadata"))));
  }

  private Map<String, String> add(Incoming request, Map<String, String> sent) {
    return holder.change(
        request,
        it -> {
          Map<String, String> more = new TreeMap<>(it);
          more.putAll(sent);
          return more;
        });
  }

  private Reply put(Incoming request) throws IOException {
    Map<String, String> sent = items(request.sent("meta"));
    if (!sent.keySet().equals(Set.of(request.part("key")))) {
      throw holder.bad("Request body and URI mismatch");
    }
    return one(request, add(request, sent));
  }

  private Reply delete(Incoming request) {
    holder.change(
        request,
        it -> {
          Map<String, String> rest = new TreeMap<>(it);
          if (rest.remove(request.part("key")) == null) {
            throw holder.missing(request);
          }
          return rest;
        });
    return deleted;
  }

  private static Reply all(Map<String, String> items) {
    return Reply.json(200, Json.wrap("metadata", document(items)));
  }

  private Reply one(Incoming request, Map<String, String> items) {
    String key = request.part("key");
    if (!items.containsKey(key)) {
      throw holder.missing(request);
    }
    ObjectNode item = document(items).retain(key);
    return Reply.json(200, Json.wrap("meta", item));
  }
}
