package org.defcore.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.defcore.http.Answer;
import org.defcore.http.Call;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.json.Envelope;
import org.defcore.http.json.StrictJson;
import org.defcore.http.message.PercentEncoding;

/** The five verbs on one kind of resource. Sent is a {@link Wanted}, a record or a map. */
public final class Resource<T> {

  private final ServiceEndpoint service;
  private final ResourceCalls calls;
  private final Class<T> shape;
  private final Optional<CallMicroversion> version;

  /**
   * @param shape record that answers are bound to
   */
  public Resource(ServiceEndpoint service, ResourceCalls calls, Class<T> shape) {
    this(service, calls, shape, Optional.empty());
  }

  private Resource(
      ServiceEndpoint service,
      ResourceCalls calls,
      Class<T> shape,
      Optional<CallMicroversion> version) {
    this.service = service;
    this.calls = calls;
    this.shape = shape;
    this.version = version;
  }

  /** The same resources where answers are of another shape. */
  public <U> Resource<U> as(Class<U> other) {
    return new Resource<>(service, calls, other, version);
  }

  /** The same resources at a microversion, which every call names and every answer repeats. */
  public Resource<T> at(CallMicroversion asked) {
    return new Resource<>(service, calls, shape, Optional.of(asked));
  }

  /** {@code POST} to the list. */
  public T create(Object wanted) {
    return one(creation(wanted).expect(calls.statuses().created()));
  }

  /** {@code POST} to the list; nothing if it is refused as the API reference allows. */
  public Optional<T> createUnlessRefused(Object wanted) {
    ResourceCalls.Statuses statuses = calls.statuses();
    return new Refusable(statuses.created(), statuses.refusals())
        .send(creation(wanted))
        .map(this::one);
  }

  /** {@code GET} of one; an empty id leaves the slash. */
  public T get(String id, Query... by) {
    return one(queried(path(id), by).expect(200));
  }

  /** {@code GET} of one; nothing if it is not there. */
  public Optional<T> find(String id) {
    return call("GET", path(id)).find().map(this::one);
  }

  /** {@code GET} of the list, the first page only. */
  public List<T> list(Query... by) {
    return checked(queried(path(), by).expect(200)).list(calls.many(), shape, calls.envelope());
  }

  /** {@code GET} of the first page of the list. */
  public ListPage<T> page(Query... by) {
    return page(queried(path(), by));
  }

  /** {@code GET} of a further page, by the query of the link to it, wherever else that leads. */
  public ListPage<T> page(String link) {
    return page(call("GET", link.replaceFirst("[^?]*", Matcher.quoteReplacement(path()))));
  }

  private ListPage<T> page(Call call) {
    Answer answer = checked(call.expect(200));
    List<T> items = answer.list(calls.many(), shape, calls.envelope());
    JsonNode body = answer.json();
    Stream<JsonNode> links =
        body.path(calls.many() + "_links")
            .valueStream()
            .filter(it -> it.path("rel").asText().equals("next"))
            .map(it -> it.path("href"));
    return new ListPage<>(
        items,
        Stream.concat(links, Stream.of(body.path("next")))
            .filter(JsonNode::isTextual)
            .map(JsonNode::asText)
            .findFirst());
  }

  /** Returns whether a link leads to a page of this list, on whatever port. */
  public boolean leadsHere(String link) {
    String[] parts = link.split("\\?", 2);
    String here = withoutPort(service.base() + path());
    return parts.length == 2 && withoutPort(parts[0]).equalsIgnoreCase(here);
  }

  private static String withoutPort(String address) {
    return address.replaceFirst("^(\\w+://[^/]*?):\\d+(?=/|$)", "$1");
  }

  /** {@code PUT} to one. */
  public T update(String id, Object changes) {
    Call call = call("PUT", path(id)).json(enveloped(changes));
    return one(call.expect(calls.statuses().updated()));
  }

  /** One that was shown, with the fields that were asked for: as answers have to show it then. */
  public T having(Wanted asked, T shown) {
    ObjectNode fields = StrictJson.MAPPER.valueToTree(shown);
    fields.setAll(asked.fields());
    return StrictJson.bind(fields, shape);
  }

  /** {@code DELETE} of one, answered without a body; an empty id leaves the slash. */
  public void delete(String id) {
    checked(call("DELETE", path(id)).expect(calls.statuses().deleted())).withoutBody();
  }

  /** Path of the list, for calls that only some resources have. */
  public String path() {
    return calls.path();
  }

  /** Path of one, for calls that only some resources have. */
  public String path(String id) {
    return calls.path() + "/" + PercentEncoding.encode(id);
  }

  private Call creation(Object wanted) {
    return call("POST", path()).json(enveloped(wanted));
  }

  private Call queried(String path, Query... by) {
    return Query.on(call("GET", path), by);
  }

  private Call call(String method, String path) {
    Call call = service.call(method, path);
    return version.map(it -> it.asked(call)).orElse(call);
  }

  private Object enveloped(Object fields) {
    return calls.one().isEmpty() ? fields : Map.of(calls.one(), fields);
  }

  private T one(Answer answer) {
    if (calls.one().isEmpty()) {
      return checked(answer).as(shape);
    }
    Envelope envelope = calls.envelope() == Envelope.OPEN ? Envelope.OPEN : Envelope.CLOSED;
    return checked(answer).one(calls.one(), shape, envelope);
  }

  private Answer checked(Answer answer) {
    return version.map(it -> it.checked(answer)).orElse(answer);
  }
}
