package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.contract.Answered;
import org.defcore.contract.ApiContract;
import org.defcore.contract.Breach;
import org.defcore.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the answers of a real cloud, as far as they were recorded, and those of the simulated one
 * to what the API promises.
 */
class ContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Set<String> OF_VALUES =
      Set.of("enum", "pattern", "minimum", "maximum", "code");

  private static ApiContract contract(String subject) {
    return ApiContract.of(Service.named(RecordedRequests.service(subject)).orElseThrow());
  }

  /** The body; for the object store the headers, with the body beside them if it is JSON. */
  private static JsonNode told(String subject, JsonNode body, Map<String, JsonNode> headers) {
    if (!isOfHeaders(subject)) {
      return body;
    }
    ObjectNode all = JSON.createObjectNode();
    headers.forEach((name, value) -> all.set(name.toLowerCase(Locale.ROOT), value));
    return body.isContainerNode() ? all.set("body", body) : all;
  }

  private static boolean isOfHeaders(String subject) {
    return subject.startsWith("object-store");
  }

  private static Map<String, JsonNode> headers(JsonNode step) {
    return step.at("/answer/headers")
        .valueStream()
        .collect(Collectors.toMap(JsonNode::asText, it -> RecordedForm.TEXT));
  }

  private static Map<String, JsonNode> headers(HttpResponse<byte[]> response) {
    return response.headers().map().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> TextNode.valueOf(it.getValue().get(0))));
  }

  @ParameterizedTest
  @MethodSource("org.defcore.simcloud.RecordedRequests#subjects")
  void recordedAnswersKeepIt(String subject) throws IOException {
    ApiContract contract = contract(subject);
    List<String> breaches = new ArrayList<>();

    for (JsonNode step : RecordedRequests.steps(subject)) {
      for (RecordedForm recorded : RecordedForm.all(step.at("/answer/shape"))) {
        RecordedForm form = new RecordedForm(told(subject, recorded.body(), headers(step)));
        Answered answered =
            answered(
                step,
                step.at("/request/path").asText().replaceAll("\\{\\w+}", RecordedForm.ID),
                step.at("/answer/status").asInt(),
                form.body());
        contract.breaches(answered).orElse(List.of()).stream()
            .filter(it -> !(OF_VALUES.contains(it.rule()) && form.isUnknown(it.at())))
            .filter(it -> !it.rule().equals("itself"))
            .forEach(it -> breaches.add(step.path("name").asText() + " " + it));
      }
    }

    assertThat(breaches).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.defcore.simcloud.RecordedRequests#subjects")
  void answersOfTheSimulatedCloudKeepIt(String subject) throws Exception {
    assertThat(breaches(subject, List.of())).isEmpty();
  }

  @Test
  void callsOfTheClientsHaveOne() throws IOException {
    Set<String> without = new TreeSet<>();

    for (String subject : RecordedRequests.subjects()) {
      ApiContract contract = contract(subject);
      for (JsonNode step : RecordedRequests.steps(subject)) {
        Answered answered =
            answered(
                step,
                step.at("/request/path").asText(),
                step.at("/answer/status").asInt(),
                MissingNode.getInstance());
        if (!step.at("/request").has("service") && contract.breaches(answered).isEmpty()) {
          without.add(subject.replaceFirst("-.*", "") + " " + answered.path());
        }
      }
    }

    assertThat(without)
        .containsExactly(
            "network /v2.0/",
            "network /v2.0/availability_zones",
            "network /v2.0/quotas/{project}",
            "network /v2.0/quotas/{project}/default",
            "volume /limits",
            "volume /os-quota-sets/{project}",
            "volume /os-quota-sets/{project}/defaults",
            "volume /os-quota-sets/{project}?usage=True",
            "volume /v3",
            "volume /v3/");
  }

  private static Map<String, List<String[]>> defectsAndBreaches() throws IOException {
    String text = Files.readString(Path.of("src/test/resources/simcloud/breaches-by-defect.txt"));
    return Stream.of(text.split("\\s*# ", -1))
        .skip(1)
        .map(it -> it.split("\n", 2))
        .collect(Collectors.toMap(it -> it[0], it -> rows(it[1])));
  }

  private static List<String[]> rows(String lines) {
    return lines.lines().map(it -> it.split("\\s*\\|\\s*", -1)).toList();
  }

  private static Set<String> subjectsOfBreaches() throws IOException {
    return defectsAndBreaches().keySet();
  }

  @ParameterizedTest
  @MethodSource("subjectsOfBreaches")
  void breachesAreFound(String subject) throws Exception {
    List<String[]> rows = defectsAndBreaches().get(subject);
    List<String> expected = rows.stream().map(it -> it[1] + " " + it[2]).toList();

    assertThat(breaches(subject, rows.stream().map(it -> it[0]).distinct().toList()))
        .extracting(it -> it.at() + " " + it.rule())
        .containsAll(expected)
        .isSubsetOf(expected);
  }

  /** The breaches of the simulated cloud with these defects. */
  private static List<Breach> breaches(String subject, List<String> defects) throws Exception {
    ApiContract contract = contract(subject);
    List<Breach> found = new ArrayList<>();
    try (SimulatedCloud cloud =
        SimulatedCloud.start(SimulatedCloudOptions.usual().withPassword("secret"))) {
      cloud.switchOn(defects);
      RecordedRequests.play(
          subject,
          cloud,
          (step, path, response) ->
              contract
                  .breaches(
                      answered(
                          step,
                          path,
                          response.statusCode(),
                          told(subject, body(response), headers(response))))
                  .ifPresent(found::addAll));
    }
    return found;
  }

  /**
   * The paths of compute go on below the version, those of block storage and of orchestration below
   * the project, and that of an object ends with it.
   */
  private static Answered answered(JsonNode step, String path, int status, JsonNode body) {
    return new Answered(
        step.at("/request/method").asText(),
        path.replaceFirst("^/v2[.]1(?=/.)", "")
            .replaceFirst("^/v[13]/(?!AUTH_|auth/|domains/|users/|projects/)[^/]+(?=/)", "")
            .replaceFirst("^(/v1(?:/[^/?]+){3})/[^?]*", "$1")
            .replaceFirst("^(/v1/[^?]*)/(?=[?]|$)", "$1"),
        status,
        body);
  }

  private static JsonNode body(HttpResponse<byte[]> response) throws IOException {
    if (response.body().length == 0) {
      return MissingNode.getInstance();
    }
    return response.headers().firstValue("Content-Type").orElse("").contains("json")
        ? JSON.readTree(response.body())
        : TextNode.valueOf(Client.text(response));
  }
}
