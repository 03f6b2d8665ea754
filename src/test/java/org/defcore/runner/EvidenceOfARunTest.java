package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.defcore.http.har.Har;
import org.defcore.kit.Leaks;
import org.defcore.result.Outcome;
import org.defcore.result.TestResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HAR files of a run in which much goes wrong, against the structure of HAR 1.2. */
class EvidenceOfARunTest {

  private static final List<String> DEFECTS =
      List.of(
          "image.images.create.silent",
          "volume.extensions.list.content=html",
          "compute.flavors.list.status=500",
          "compute.keypairs.list.status=203",
          "identity.tokens.validate.redirect",
          "object-store.info.show.content=half");

  @TempDir Path dir;

  @Test
  void everyFileOfAFailingRunIsHar() throws IOException {
    SimulatedRun.Ended ended;
    try (SimulatedSession session = new SimulatedSession(dir)) {
      ended = session.run(Selection.ALL, DEFECTS);
    }

    assertThat(ended.record().results())
        .extracting(TestResult::outcome)
        .contains(Outcome.FAILED, Outcome.ERROR, Outcome.BLOCKED, Outcome.PASSED);
    assertThat(ended.remains()).isEmpty();
    // Requests that ask for what must be refused make nothing, and nobody was told so.
    assertThat(ended.leaks()).hasSize(2).allMatch(it -> it.why().equals(Leaks.UNSEEN));
    try (Stream<Path> files = Files.list(ended.folder().path().resolve("evidence"))) {
      assertThat(files.sorted().toList())
          .hasSizeGreaterThan(SimulatedRun.implemented().size())
          .allSatisfy(EvidenceOfARunTest::isHar);
    }
    assertThat(ended.record().results())
        .filteredOn(it -> it.outcome() == Outcome.FAILED || it.outcome() == Outcome.ERROR)
        .allSatisfy(
            it -> {
              Path file = ended.folder().evidence(it.id().toString());
              assertThat(Har.read(Files.readAllBytes(file)))
                  .as(it.name())
                  .hasSizeGreaterThan(it.exchange().orElseThrow());
            });
  }

  private static void isHar(Path file) throws IOException {
    JsonNode har = new ObjectMapper().readTree(file.toFile());
    has(har, "log");
    JsonNode log = har.path("log");
    has(log, "version", "creator", "entries");
    assertThat(log.path("version").textValue()).isEqualTo("1.2");
    has(log.path("creator"), "name", "version");
    assertThat(log.path("entries").isArray()).isTrue();
    for (JsonNode entry : log.path("entries")) {
      has(entry, "startedDateTime", "time", "request", "response", "cache", "timings");
      assertThat(Instant.parse(entry.path("startedDateTime").textValue())).isNotNull();
      has(entry.path("cache"));
      request(entry.path("request"));
      response(entry.path("response"));
      timings(entry);
    }
  }

  private static void request(JsonNode request) {
    if (request.has("postData")) {
      has(request.path("postData"), "mimeType", "text");
      texts(request.path("postData"), "mimeType", "text");
    }
    JsonNode rest = request.deepCopy();
    ((com.fasterxml.jackson.databind.node.ObjectNode) rest).remove("postData");
    has(
        rest,
        "method",
        "url",
        "httpVersion",
        "cookies",
        "headers",
        "queryString",
        "headersSize",
        "bodySize");
    texts(request, "method", "url", "httpVersion");
    pairs(request, "cookies", "headers", "queryString");
    sizes(request);
  }

  private static void response(JsonNode response) {
    has(
        response,
        "status",
        "statusText",
        "httpVersion",
        "cookies",
        "headers",
        "content",
        "redirectURL",
        "headersSize",
        "bodySize");
    assertThat(response.path("status").isInt()).isTrue();
    texts(response, "statusText", "httpVersion", "redirectURL");
    pairs(response, "cookies", "headers");
    sizes(response);
    has(response.path("content"), "size", "mimeType", "text");
    texts(response.path("content"), "mimeType", "text");
    assertThat(response.path("content").path("size").isInt()).isTrue();
  }

  private static void timings(JsonNode entry) {
    has(entry.path("timings"), "send", "wait", "receive");
    double sum = 0;
    for (JsonNode part : entry.path("timings")) {
      assertThat(part.isNumber()).isTrue();
      sum += part.doubleValue();
    }
    assertThat(entry.path("time").doubleValue()).isNotNegative().isEqualTo(sum);
  }

  /** Exactly these fields, and fields of our own, which begin with an underscore. */
  private static void has(JsonNode object, String... fields) {
    Set<String> found = new TreeSet<>();
    object.fieldNames().forEachRemaining(found::add);
    found.removeIf(it -> it.startsWith("_"));
    assertThat(found).containsExactlyInAnyOrder(fields);
  }

  private static void texts(JsonNode object, String... fields) {
    for (String field : fields) {
      assertThat(object.path(field).isTextual()).as(field).isTrue();
    }
  }

  private static void sizes(JsonNode message) {
    assertThat(message.path("headersSize").isInt()).isTrue();
    assertThat(message.path("bodySize").isInt()).isTrue();
  }

  private static void pairs(JsonNode message, String... fields) {
    for (String field : fields) {
      assertThat(message.path(field).isArray()).as(field).isTrue();
      for (JsonNode pair : message.path(field)) {
        has(pair, "name", "value");
        texts(pair, "name", "value");
      }
    }
  }
}
