package org.defcore.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.http.Answer;
import org.defcore.http.Call;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.json.Envelope;
import org.defcore.http.message.PercentEncoding;

/** The five verbs on one kind of resource. What is sent is a record, a map or a JSON node. */
public final class Resource<T> {

  private final ServiceEndpoint service;
  private final ResourceCalls calls;
  private final Class<T> shape;

  /**
   * @param shape record that answers are bound to
   */
  public Resource(ServiceEndpoint service, ResourceCalls calls, Class<T> shape) {
    this.service = service;
    this.calls = calls;
    this.shape = shape;
  }

  /** The same resources where answers are of another shape. */
  public <U> Resource<U> as(Class<U> other) {
    return new Resource<>(service, calls, other);
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
  public T get(String id) {
    return one(service.get(path(id)).expect(200));
  }

  /** {@code GET} of one; nothing if it is not there. */
  public Optional<T> find(String id) {
    return service.get(path(id)).find().map(this::one);
  }

  /** {@code GET} of the list, the first page only. */
  public List<T> list(Query... by) {
    Call call = service.get(calls.path());
    for (Query query : by) {
      call = call.query(query.name(), query.value());
    }
    return call.expect(200).list(calls.many(), shape, calls.envelope());
  }

  /** {@code PUT} to one. */
  public T update(String id, Object changes) {
    return one(service.put(path(id)).json(enveloped(changes)).expect(calls.statuses().updated()));
  }

  /** {@code DELETE} of one, answered without a body; an empty id leaves the slash. */
  public void delete(String id) {
    service.delete(path(id)).expect(calls.statuses().deleted()).withoutBody();
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
    return service.post(calls.path()).json(enveloped(wanted));
  }

  private Object enveloped(Object fields) {
    return calls.one().isEmpty() ? fields : Map.of(calls.one(), fields);
  }

  private T one(Answer answer) {
    if (calls.one().isEmpty()) {
      return answer.as(shape);
    }
    Envelope envelope = calls.envelope() == Envelope.OPEN ? Envelope.OPEN : Envelope.CLOSED;
    return answer.one(calls.one(), shape, envelope);
  }
}
