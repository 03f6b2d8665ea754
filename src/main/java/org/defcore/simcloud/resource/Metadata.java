package org.defcore.simcloud.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.defcore.simcloud.wire.Frame;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/**
 * The metadata in the documents of resources, as a whole and key by key. What is sent keeps its
 * schema.
 *
 * @param deleted the answer to the deletion of a key
 */
public record Metadata(Holder holder, Reply deleted) {

  private static final String ALL = "metadata";

  /**
   * The resources that have the metadata.
   *
   * @param find the document of the resource that the path names, or a refusal
   * @param missing what a fault says of a key that is not there
   * @param faults the form of the service's faults
   */
  public record Holder(
      Function<Incoming, ObjectNode> find,
      Change change,
      Function<Incoming, String> missing,
      Frame.Faults faults) {

    private Refusal refusal(int status, String message) {
      return new Refusal(faults.fault(status, message), message);
    }
  }

  /** A change of the document in one step, which may be refused. */
  @FunctionalInterface
  public interface Change {

    ObjectNode make(Incoming request, UnaryOperator<ObjectNode> how);
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
        Operation.of(names.get(0), "GET" + all, it -> all(holder.find().apply(it))),
        Operation.of(names.get(1), "PUT" + all, this::replace),
        Operation.of(names.get(2), "POST" + all, it -> all(add(it, it.sent(ALL)))),
        Operation.of(names.get(3), "GET" + one, it -> one(it, holder.find().apply(it))),
        Operation.of(names.get(4), "PUT" + one, this::put),
        Operation.of(names.get(5), "DELETE" + one, this::delete));
  }

  private Reply replace(Incoming request) throws IOException {
    JsonNode sent = request.sent(ALL);
    return all(change(request, it -> it.removeAll().setAll((ObjectNode) sent)));
  }

  private ObjectNode add(Incoming request, JsonNode sent) {
    return change(request, it -> it.setAll((ObjectNode) sent));
  }

  private ObjectNode change(Incoming request, Consumer<ObjectNode> how) {
    return holder
        .change()
        .make(
            request,
            document -> {
              how.accept(document.withObject("/metadata"));
              return document;
            });
  }

  private Reply put(Incoming request) throws IOException {
    JsonNode sent = request.sent("meta");
    if (!sent.has(request.part("key"))) {
      throw holder.refusal(400, "Request body and URI mismatch");
    }
    return one(request, add(request, sent));
  }

  private Reply delete(Incoming request) {
    change(
        request,
        it -> {
          requireKey(request, it);
          it.remove(request.part("key"));
        });
    return deleted;
  }

  private void requireKey(Incoming request, JsonNode items) {
    if (!items.has(request.part("key"))) {
      throw holder.refusal(404, holder.missing().apply(request));
    }
  }

  private static Reply all(ObjectNode document) {
    return Reply.json(200, Json.wrap(ALL, document.path(ALL)));
  }

  private Reply one(Incoming request, ObjectNode document) {
    JsonNode items = document.path(ALL);
    requireKey(request, items);
    String key = request.part("key");
    return Reply.json(200, Json.wrap("meta", Json.wrap(key, items.path(key))));
  }
}
