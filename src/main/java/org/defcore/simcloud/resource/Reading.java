package org.defcore.simcloud.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/**
 * The calls that read resources of one kind: the short list, the long one, and one of them.
 *
 * @param key the key of one resource in answers, and its part of the path; lists have an s more
 * @param brief the form in the short list
 * @param full the form in the long list and of one resource
 */
public record Reading<T>(
    String key, Shelf<T> shelf, ListRules<T> rules, View<T> brief, View<T> full) {

  /** The form in which an answer has a resource, with links below the URL of the service. */
  @FunctionalInterface
  public interface View<T> {

    JsonNode of(String base, T resource);
  }

  /**
   * The three calls.
   *
   * @param name the beginning of the operations' names
   * @param path the path of the short list
   */
  public List<Operation> operations(String name, String path) {
    return List.of(
        Operation.of(name + ".list", "GET " + path, it -> list(it, brief)),
        Operation.of(name + ".detail", "GET " + path + "/detail", it -> list(it, full)),
        Operation.of(name + ".show", "GET " + path + "/{" + key + "}", this::show));
  }

  private Reply list(Incoming request, View<T> view) {
    return rules
        .page(request, shelf.all(request.caller().project()))
        .reply(request, key + "s", it -> view.of(request.base(), it));
  }

  private Reply show(Incoming request) {
    T resource = shelf.require(request.caller().project(), request.part(key));
    return Reply.json(200, Json.wrap(key, full.of(request.base(), resource)));
  }
}
