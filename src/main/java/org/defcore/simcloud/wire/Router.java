package org.defcore.simcloud.wire;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the operation of a request and keeps the order in which a service refuses. */
public final class Router {

  private final Service service;
  private final List<Operation> operations;
  private final Clock clock;

  /**
   * @param clock what the service takes for the time
   */
  public Router(Service service, Clock clock) {
    this.service = service;
    this.clock = clock;
    Optional<Schemas> schemas = service.frame().schemas();
    this.operations =
        service.operations().stream()
            .map(it -> schemas.map(schema -> schema.guard(it)).orElse(it))
            .toList();
  }

  public String prefix() {
    return service.frame().prefix();
  }

  /** The operation that a request asks for, whether or not it may. */
  public Optional<Operation> find(Incoming request) throws IOException {
    List<Operation> here =
        operations.stream().filter(it -> it.path().match(request.path()).isPresent()).toList();
    List<Operation> taking = here.stream().filter(it -> it.takes(request.method(), false)).toList();
    if (taking.isEmpty()) {
      return here.stream()
          .filter(it -> it.takes(request.method(), service.headIsGet()))
          .findFirst();
    }
    return taking.stream().allMatch(it -> it.key().isEmpty())
        ? Optional.of(taking.get(0))
        : byKey(taking, request);
  }

  private static Optional<Operation> byKey(List<Operation> taking, Incoming request)
      throws IOException {
    List<String> keys = new ArrayList<>();
    Json.read(request.peek()).ifPresent(it -> it.fieldNames().forEachRemaining(keys::add));
    String key = keys.size() == 1 ? keys.get(0) : "";
    return taking.stream()
        .filter(it -> it.key().equals(key))
        .findFirst()
        .or(() -> taking.stream().filter(it -> it.key().isEmpty()).findFirst());
  }

  /** An operation of this service. */
  public Operation operation(String name) {
    return operations.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  /** The operation names, as often as there are calls for them. */
  public List<String> names() {
    return operations.stream().map(Operation::name).toList();
  }

  /** A refusal in the form of this service. */
  public Reply refusal(int status) {
    return service.frame().faults().fault(status, "The cloud refuses the request.");
  }

  /** Answers a request whose operation, if any, was found before, by the service's own clock. */
  public Reply answer(Incoming request, Optional<Operation> operation) throws IOException {
    Reply reply = service.finish(request, work(request, operation));
    return reply.with("Date", Times.http(clock.instant()));
  }

  private Reply work(Incoming request, Optional<Operation> found) throws IOException {
    boolean anonymous = request.knownCaller().isEmpty();
    if (found.isEmpty()) {
      return anonymous && service.guards(request.path())
          ? service.unauthorized(request)
          : withoutOperation(request);
    }
    Operation operation = found.get();
    if (anonymous && operation.access() == Operation.Access.TOKEN) {
      return service.unauthorized(request);
    }
    Map<String, String> parts = operation.path().match(request.path()).orElseThrow();
    Incoming routed = request.routed(parts);
    try {
      service.check(routed);
      return operation.handler().answer(routed);
    } catch (Refusal refusal) {
      return refusal.reply();
    }
  }

  private Reply withoutOperation(Incoming request) {
    List<String> allowed =
        operations.stream()
            .filter(it -> it.path().match(request.path()).isPresent())
            .map(Operation::method)
            .distinct()
            .toList();
    return allowed.isEmpty() ? service.unknownPath(request) : service.wrongMethod(request, allowed);
  }
}
