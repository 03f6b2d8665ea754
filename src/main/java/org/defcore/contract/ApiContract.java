package org.defcore.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.service.Service;

/** The promises of a service about its answers. Safe for use by one thread at a time. */
public final class ApiContract {

  /** Statuses from here on are errors. */
  static final int ERRORS = 400;

  private final ContractFile file;
  private final IdentityHashMap<JsonNode, URI> known = new IdentityHashMap<>();
  private final QuickFit quick = new QuickFit();
  private final Validator validator =
      new ValidatorFactory()
          .withDisabledSchemaValidation(true)
          .withJsonNodeFactory(new JacksonNode.Factory())
          .createValidator();

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
    List<String> place = Answered.parts(answered.place());
    Optional<Promise> promise =
        file
            .promises()
            .getOrDefault(Promise.key(answered.method() + " " + answered.place()), List.of())
            .stream()
            .filter(it -> it.isOf(place))
            .findFirst();
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

  /** Errors of calls that are known; a path that is none may be answered by anything. */
  private List<Breach> fault(Optional<Promise> promise, Answered answered) {
    List<JsonNode> forms =
        promise.map(it -> it.answers().get(answered.status())).orElse(file.faults());
    List<Breach> breaches = new ArrayList<>(breaches(forms, answered));
    JsonNode body = answered.body();
    Stream.concat(Stream.of("/code"), body.propertyStream().map(it -> "/" + it.getKey() + "/code"))
        .filter(it -> !body.at(it).isMissingNode())
        .filter(it -> !body.at(it).asText().matches(answered.status() + "(\\D.*)?"))
        .forEach(it -> breaches.add(new Breach(it, "code", "the status is " + answered.status())));
    return breaches;
  }

  /** The version of answers to requests that name none, if there are versions. */
  Optional<String> version() {
    return file.version();
  }

  private Looked look(Promise promise, Answered answered) {
    List<JsonNode> forms = promise.answers().getOrDefault(answered.status(), List.of());
    if (forms.isEmpty()) {
      String message = "%s: %d".formatted(promise.call(), answered.status());
      return new Looked(promise.call(), List.of(new Breach("", "status", message)), List.of());
    }
    List<Breach> breaches = new ArrayList<>(breaches(forms, answered));
    JsonNode form = fitting(forms, answered.body());
    List<Thing> things = Thing.in(form, answered.body(), promise.one(answered));
    things.forEach(it -> breaches.addAll(it.strangers(answered.path())));
    return new Looked(promise.call(), breaches, things);
  }

  private List<Breach> breaches(List<JsonNode> forms, Answered answered) {
    JsonNode schema = fitting(forms, answered.body());
    if (schema.isNull() || answered.body().isMissingNode()) {
      return schema.isNull() && answered.body().isMissingNode()
          ? List.of()
          : List.of(new Breach("", "body", schema.isNull() ? "there is one" : "there is none"));
    }
    if (quick.surely(schema, answered.body())) {
      return List.of();
    }
    return validator.validate(uri(schema), answered.body()).getErrors().stream()
        .map(it -> new Breach(it.getInstanceLocation(), rule(it.getKeyword()), it.getError()))
        .filter(it -> !answered.isPartial() || !it.rule().equals("required"))
        .toList();
  }

  private URI uri(JsonNode schema) {
    return known.computeIfAbsent(
        schema,
        it -> {
          URI uri = URI.create("urn:" + known.size());
          validator.registerSchema(uri, it);
          return uri;
        });
  }

  private static String rule(String keyword) {
    return keyword == null ? "additionalProperties" : keyword;
  }

  private static JsonNode fitting(List<JsonNode> forms, JsonNode body) {
    return forms.stream()
        .filter(
            it ->
                it.isNull()
                    ? body.isMissingNode()
                    : it.path("required").valueStream().allMatch(key -> body.has(key.asText())))
        .findFirst()
        .orElse(forms.get(0));
  }
}
