package org.defcore.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.defcore.service.Service;

/** The promises of a service about its answers. Safe for use by one thread at a time. */
public final class ApiContract {

  /** Statuses from here on are errors. */
  static final int ERRORS = 400;

  private static final Pattern NO_DIGIT = Pattern.compile("\\D");

  private final ContractFile file;
  private final IdentityHashMap<JsonNode, JsonNode> partial = new IdentityHashMap<>();
  private final QuickFit quick = new QuickFit();
  private final SchemaBreaches slow = new SchemaBreaches();

  private ApiContract(ContractFile file) {
    this.file = file;
  }

  /** The contract of a service. */
  public static ApiContract of(Service service) {
    return new ApiContract(ContractFile.of(service));
  }

  /**
   * An answer as the contract has it.
   *
   * @param call method and path of the contract
   */
  record Looked(String call, List<Breach> breaches, List<Thing> things) {}

  /** The breaches of an answer; nothing at all if the contract does not know the call. */
  public Optional<List<Breach>> breaches(Answered answered) {
    return look(answered).map(Looked::breaches);
  }

  /** An answer as the contract has it; nothing if the contract does not know the call. */
  Optional<Looked> look(Answered answered) {
    Optional<Promise> promise = promise(answered.method(), Answered.parts(answered.place()));
    if (answered.status() >= ERRORS) {
      String call = promise.map(Promise::call).orElse(answered.method());
      List<Breach> breaches =
          answered.body().isObject() || (promise.isPresent() && !answered.method().equals("HEAD"))
              ? fault(promise, answered)
              : List.of();
      return Optional.of(new Looked(call, breaches, List.of()));
    }
    return promise.map(it -> look(it, answered));
  }

  private Optional<Promise> promise(String method, List<String> place) {
    for (Promise promise : file.promises().getOrDefault(Promise.key(method, place), List.of())) {
      if (promise.isOf(place)) {
        return Optional.of(promise);
      }
    }
    return Optional.empty();
  }

  /** Errors of calls that are known; a path that is none may be answered by anything. */
  private List<Breach> fault(Optional<Promise> promise, Answered answered) {
    List<Form> forms = promise.map(it -> it.answers().get(answered.status())).orElse(file.faults());
    List<Breach> breaches = new ArrayList<>(breaches(forms, answered));
    code("", answered.body(), answered.status()).ifPresent(breaches::add);
    for (Map.Entry<String, JsonNode> part : answered.body().properties()) {
      code("/" + part.getKey(), part.getValue(), answered.status()).ifPresent(breaches::add);
    }
    return breaches;
  }

  /** Some services have words behind the number. */
  private static Optional<Breach> code(String at, JsonNode part, int status) {
    JsonNode code = part.path("code");
    return code.isMissingNode()
            || NO_DIGIT.split(code.asText(), 2)[0].equals(String.valueOf(status))
        ? Optional.empty()
        : Optional.of(new Breach(at + "/code", "code", "the status is " + status));
  }

  /** The version of answers to requests that name none, if there are versions. */
  Optional<String> version() {
    return file.version();
  }

  private Looked look(Promise promise, Answered answered) {
    List<Form> forms = promise.answers().getOrDefault(answered.status(), List.of());
    if (forms.isEmpty()) {
      String message = "%s: %d".formatted(promise.call(), answered.status());
      return new Looked(promise.call(), List.of(new Breach("", "status", message)), List.of());
    }
    List<Breach> breaches = new ArrayList<>(breaches(forms, answered));
    Form form = fitting(forms, answered.body());
    List<Thing> things = Thing.in(form, answered.body(), promise.one(answered));
    things.forEach(it -> breaches.addAll(it.strangers(answered.path())));
    return new Looked(promise.call(), breaches, things);
  }

  private List<Breach> breaches(List<Form> forms, Answered answered) {
    Form form = fitting(forms, answered.body());
    if (form.isOfNone() || answered.body().isMissingNode()) {
      return form.isOfNone() && answered.body().isMissingNode()
          ? List.of()
          : List.of(new Breach("", "body", form.isOfNone() ? "there is one" : "there is none"));
    }
    JsonNode schema =
        answered.isPartial()
            ? partial.computeIfAbsent(form.schema(), ApiContract::withoutRequired)
            : form.schema();
    return quick.surely(schema, answered.body()) ? List.of() : slow.of(schema, answered.body());
  }

  private static JsonNode withoutRequired(JsonNode schema) {
    JsonNode all = schema.deepCopy();
    for (JsonNode part : all.findParents("required")) {
      if (part.path("required").isArray()) {
        ((ObjectNode) part).remove("required");
      }
    }
    return all;
  }

  private static Form fitting(List<Form> forms, JsonNode body) {
    return forms.size() == 1
        ? forms.get(0)
        : forms.stream().filter(it -> it.mayBeOf(body)).findFirst().orElse(forms.get(0));
  }
}
