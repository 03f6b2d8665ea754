package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays the recorded requests and compares each answer with the recorded form of a real cloud's.
 */
final class RecordedAnswersTest {

  // Jetty's own, or there for every answer of the simulated cloud.
  private static final Set<String> OWN_HEADERS =
      Set.of("date", "connection", "content-length", "content-type", "x-simulated-cloud");

  @ParameterizedTest
  @MethodSource("subjects")
  void answersHaveTheRecordedForm(String subject) throws Exception {
    String service = RecordedRequests.service(subject);
    List<String> differences = new ArrayList<>();

    try (SimulatedCloud cloud =
        SimulatedCloud.start(SimulatedCloudOptions.usual().withPassword("secret"))) {
      RecordedRequests.play(
          subject,
          cloud,
          (step, path, response) -> {
            String at = service + " " + step.path("name").asText();
            compare(at, step.path("answer"), response, differences);
          });
      assertThat(cloud.resources()).as("left behind").isEmpty();
    }

    assertThat(RecordedRequests.steps(subject)).as("recorded requests").hasSizeGreaterThan(10);
    assertThat(differences).isEmpty();
  }

  private static List<String> subjects() throws IOException {
    return RecordedRequests.subjects();
  }

  private static void compare(
      String at, JsonNode recorded, HttpResponse<byte[]> response, List<String> differences)
      throws IOException {
    if (recorded.path("status").asInt() != response.statusCode()) {
      differences.add(
          "%s: recorded status %s but found %d %s"
              .formatted(
                  at, recorded.path("status"), response.statusCode(), Client.text(response)));
      return;
    }
    String type = response.headers().firstValue("content-type").orElse("");
    if (!recorded.path("content_type").asText().equals(type)) {
      differences.add(
          at + ": recorded content type " + recorded.path("content_type") + " but found " + type);
    }
    compareHeaders(at, recorded, response, differences);
    if (recorded.has("shape")) {
      Shape.differences(at, recorded.path("shape"), Client.body(response), differences);
    }
  }

  private static void compareHeaders(
      String at, JsonNode recorded, HttpResponse<byte[]> response, List<String> differences) {
    Set<String> names = new TreeSet<>(response.headers().map().keySet());
    names.removeAll(OWN_HEADERS);
    Set<String> expected = new TreeSet<>();
    recorded.path("headers").forEach(it -> expected.add(it.asText()));
    if (!expected.equals(names)) {
      differences.add(at + ": recorded headers " + expected + " but found " + names);
    }
    for (Map.Entry<String, JsonNode> value : recorded.path("values").properties()) {
      Set<String> words = words(value.getValue().asText());
      Set<String> found = words(response.headers().firstValue(value.getKey()).orElse(""));
      if (!words.equals(found)) {
        differences.add(at + ": recorded " + value.getKey() + " " + words + ", found " + found);
      }
    }
  }

  // The order of an Allow header changes from run to run.
  private static Set<String> words(String list) {
    return new TreeSet<>(List.of(list.split(", ")));
  }
}
