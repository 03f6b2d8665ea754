package org.defcore.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.defcore.contract.ApiContract.Looked;
import org.defcore.contract.Endpoints.Called;
import org.defcore.guideline.TestId;
import org.defcore.http.message.BodyNote;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Header;
import org.defcore.result.remark.Remark;
import org.defcore.result.remark.RemarkKind;
import org.defcore.service.Service;

/**
 * Looks at every exchange of a run for what the API promises of every answer. It sends nothing, and
 * what it keeps is bounded. Safe for use by many threads.
 */
public final class Watch {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST = 1000;

  /** Rules whose message says what was found, or that nothing was. */
  private static final Set<String> SAID = Set.of("required", Thing.ITSELF);

  private static final String REDACTED = "[redacted";

  /** Statuses by which not the service answers, but what lies in front of it. */
  private static final Set<Integer> ON_THE_WAY = Set.of(0, 429, 502, 503, 504);

  private final Endpoints endpoints;
  private final Map<Service, ApiContract> contracts = new EnumMap<>(Service.class);
  private final Map<Place, Remark> remarks = new LinkedHashMap<>();
  private final Map<String, Course> courses = new Recent<>();
  private final Known known;

  /** Breaches of one kind at one place of the answers to a call are one remark. */
  private record Place(RemarkKind kind, String service, String call, String where) {}

  /** An exchange in the evidence of a test or fixture. */
  private record Position(String evidence, int exchange) {}

  /** The exchanges of a test or fixture so far. */
  private record Course(Instant began, int seen, Sequence sequence) {}

  /**
   * @param projects ids of those that the users of the run are in
   * @param users their ids
   */
  public Watch(Endpoints endpoints, Set<String> projects, Set<String> users) {
    this.endpoints = endpoints;
    this.known = new Known(new Known.Us(projects, users));
  }

  /**
   * Looks at the exchanges of a test or a shared fixture that are new.
   *
   * @param exchanges all of them in order; those of another attempt start from the first
   */
  public synchronized void see(String evidence, List<Exchange> exchanges) {
    if (exchanges.isEmpty()) {
      return;
    }
    Instant began = exchanges.get(0).started();
    Course course =
        Optional.ofNullable(courses.get(evidence))
            .filter(it -> it.began.equals(began))
            .orElseGet(() -> new Course(began, 0, new Sequence()));
    for (int i = course.seen; i < exchanges.size(); i++) {
      look(exchanges.get(i), course.sequence, new Position(evidence, i));
    }
    courses.put(evidence, new Course(began, exchanges.size(), course.sequence));
  }

  /** The remarks so far, in the order in which they were first seen. */
  public synchronized List<Remark> remarks() {
    return List.copyOf(remarks.values());
  }

  private void look(Exchange exchange, Sequence sequence, Position position) {
    Optional<Called> called = endpoints.called(exchange.uri());
    if (called.isEmpty() || ON_THE_WAY.contains(exchange.status())) {
      return;
    }
    Service service = called.get().service();
    ApiContract contract = contracts.computeIfAbsent(service, ApiContract::of);
    boolean kept = !BodyNote.is(exchange.responseBody());
    Answered answered =
        new Answered(
            exchange.method(),
            called.get().path(),
            exchange.status(),
            kept ? body(service, exchange) : MissingNode.getInstance());
    if (service == Service.IMAGE) {
      String call = exchange.method() + " /v2/images/{id}/file";
      known.data(exchange, answered.place(), new Findings(service, call, position));
    }
    if (!kept) {
      return;
    }
    contract
        .look(answered)
        .ifPresent(
            looked -> {
              Findings findings = new Findings(service, looked.call(), position);
              looked.breaches().forEach(it -> findings.add(answered, it));
              Headers.look(called.get(), exchange, contract.version(), findings);
              Links.look(exchange, answered, looked.things(), endpoints.hosts(), findings);
              Requested.look(exchange, answered, looked.things(), findings);
              things(exchange, answered, looked, sequence, findings);
              sequence.page(exchange, answered, findings);
            });
  }

  private void things(
      Exchange exchange, Answered answered, Looked looked, Sequence sequence, Findings findings) {
    for (Thing thing : looked.things()) {
      known.look(thing, exchange, findings);
    }
    // What a fixture has made, tests may change, and it does not see that.
    if (TestId.parse(findings.position.evidence()).isPresent()) {
      sequence.things(exchange, answered, looked.things(), findings);
    }
  }

  /** The body; of the object store the headers, with the body beside them if it is JSON. */
  private static JsonNode body(Service service, Exchange exchange) {
    JsonNode body = body(exchange);
    if (service != Service.OBJECT_STORE) {
      return body;
    }
    ObjectNode all = JSON.createObjectNode();
    for (Header header : exchange.responseHeaders()) {
      all.put(header.name().toLowerCase(Locale.ROOT), header.value());
    }
    return body.isContainerNode() ? all.set("body", body) : all;
  }

  private static JsonNode body(Exchange exchange) {
    String body = exchange.responseBody();
    if (body.isEmpty()) {
      return MissingNode.getInstance();
    }
    try {
      return Headers.isJson(exchange) || (body.startsWith("{") && !Headers.isBytes(exchange))
          ? JSON.readTree(body)
          : TextNode.valueOf(body);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(body);
    }
  }

  /** The findings about one exchange. */
  final class Findings {

    private final Service service;
    private final String call;
    private final Position position;

    private Findings(Service service, String call, Position position) {
      this.service = service;
      this.call = call;
      this.position = position;
    }

    void add(Answered answered, Breach breach) {
      String message =
          SAID.contains(breach.rule()) || answered.body().isMissingNode()
              ? breach.message()
              : breach.message() + " but found " + shown(answered.body().at(breach.at()));
      add(kind(answered, breach), breach.at(), message);
    }

    private static RemarkKind kind(Answered answered, Breach breach) {
      if (answered.status() >= ApiContract.ERRORS) {
        return RemarkKind.FAULT;
      }
      return switch (breach.rule()) {
        case "status", "body" -> RemarkKind.STATUS;
        case Thing.ITSELF -> RemarkKind.IDENTITY;
        default -> RemarkKind.FORM;
      };
    }

    private static String shown(JsonNode found) {
      String text = found.toString();
      return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    /**
     * @param where pointer into the body, or name of a header
     */
    void add(RemarkKind kind, String where, String found) {
      if (found.contains(REDACTED)) {
        return;
      }
      Place place = new Place(kind, service.word(), call, where.replaceAll("/\\d+(?=/|$)", "/*"));
      Remark first =
          new Remark(
              kind,
              place.service(),
              call,
              place.where(),
              found,
              position.evidence(),
              position.exchange(),
              1);
      if (remarks.size() < MOST || remarks.containsKey(place)) {
        remarks.merge(place, first, (before, it) -> before.again());
      }
    }
  }
}
