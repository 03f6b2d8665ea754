package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.http.redact.Secrets;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs, after which every file and every word of the program is searched for secrets. */
@Timeout(600)
class SecretsOfARunTest {

  private static final String PASSWORD = "Tr0ub4dor<\"3'& +ä\\%>Staple2b7f41";
  private static final List<String> PARTS_OF_PASSWORD = List.of("Tr0ub4dor", "Staple2b7f41");
  private static final String LIST_TEST = "1e341d7a-90a9-494c-b143-2cdf2aeb6aee";

  /** Without these nobody gets as far as a test. */
  private static final Set<String> LOGIN =
      Set.of("identity.tokens.create", "identity.versions.list", "identity.version.show");

  private static final String[] RUN = {
    "run", "--os-cloud", "simulated", "--out", "out", "--wait", "1", "--debug"
  };

  @TempDir Path dir;

  @Test
  void passwordAndTokensThatTheCloudPutsIntoEveryAnswerAreNowhere() throws Exception {
    String quoted = new ObjectMapper().writeValueAsString("it " + PASSWORD);
    List<String> defects = new ArrayList<>(everywhere("extra=" + PASSWORD));
    defects.add("identity.tokens.validate.set=/token/user/name:" + quoted);
    defects.add("image.images.show.set=/name:" + quoted);
    defects.add("compute.availability-zones.list.set=/availabilityZoneInfo:" + quoted);
    try (SimulatedCloud cloud = start(defects)) {
      CompletableFuture<Said> run = CompletableFuture.supplyAsync(() -> run(cloud));
      // As soon as there is a token, the cloud begins to tell it as well.
      Chores.await("a token", () -> !cloud.issuedTokens().isEmpty());
      cloud.switchOn(everywhere("extra=" + cloud.issuedTokens().get(0)));

      assertThat(run.get().code()).isNotEqualTo(70);
      assertThat(cloud.issuedTokens()).hasSizeGreaterThanOrEqualTo(2);
      assertThat(text("out/report.json"))
          .as("control: the planted password got into answers, and stood in reasons")
          .contains("\\\"" + Secrets.MASK + "\\\":\\\"nobody declared this")
          .containsPattern("\"reason\" : \"[^\\n]*it " + Pattern.quote(Secrets.MASK));
      assertNothingIn(cloud, PARTS_OF_PASSWORD);
    }
  }

  @Test
  void passwordInTheNameOfAFieldOrPastTheEndOfAnExcerptIsNowhere() throws Exception {
    String password = "Tr0ub4dor/of/many/letters~and~more/letters/Staple2b7f41";
    String quoted = new ObjectMapper().writeValueAsString("so it is " + password);
    List<String> defects = new ArrayList<>(everywhere("extra=" + password));
    defects.add("compute.availability-zones.list.set=/availabilityZoneInfo:" + quoted);
    try (SimulatedCloud cloud =
        SimulatedCloud.start(
            SimulatedCloudOptions.usual().withPassword(password).withDefects(defects))) {
      assertThat(run(cloud).code()).isNotEqualTo(70);
      assertNothingIn(cloud, PARTS_OF_PASSWORD);
    }
  }

  @Test
  void cloudThatEchoesWhatItWasSentTellsNothing() throws Exception {
    try (SimulatedCloud cloud = start(everywhere("content=echo"))) {
      assertThat(run(cloud).code()).isNotEqualTo(70);
      assertThat(allText())
          .as("control: the token went out, and came back in bodies")
          .containsPattern("x-auth-token\\\\\" ?: ?\\\\\"" + Pattern.quote(Secrets.MASK));
      assertNothingIn(cloud, PARTS_OF_PASSWORD);
    }
  }

  @Test
  void loginByTokenTellsNothing() throws Exception {
    try (SimulatedCloud cloud = start(List.of())) {
      String token = token(cloud);
      cloud.switchOn(List.of("image.images.list.extra=" + token));

      runsWith(
          cloud, "token", "token: " + token, "project_name: demo", "project_domain_name: Default");

      assertNothingIn(cloud, PARTS_OF_PASSWORD);
    }
  }

  @Test
  void loginByApplicationCredentialTellsNothing() throws Exception {
    String secret = "CredentialOfTheDay9c1d77e0a6";
    try (SimulatedCloud cloud = start(List.of("image.images.list.extra=" + secret))) {
      String id = credential(cloud, token(cloud), secret);

      runsWith(
          cloud,
          "v3applicationcredential",
          "application_credential_id: " + id,
          "application_credential_secret: " + secret);

      assertNothingIn(cloud, List.of("CredentialOfTheDay", "9c1d77e0a6"));
    }
  }

  private void runsWith(SimulatedCloud cloud, String type, String... auth) throws Exception {
    Shell shell =
        new Shell(dir)
            .withClouds(
                "clouds:\n  simulated:\n    auth_type: %s\n    auth:\n      auth_url: %s\n      %s\n"
                    .formatted(type, cloud.authUrl(), String.join("\n      ", auth)));
    String tests = LIST_TEST + ",token";
    Said said = shell.run("run", "--os-cloud", "simulated", "--out", "out", "--test", tests);
    assertThat(kept(said).code()).as(said.err()).isEqualTo(3);
    assertThat(text("out/evidence/" + LIST_TEST + ".har"))
        .as("control: what was planted in the list stood in the answer")
        .contains("\\\"" + Secrets.MASK + "\\\":\\\"nobody declared this");
  }

  @Test
  void refusedLoginTellsNothing() throws Exception {
    String words = new ObjectMapper().writeValueAsString("bad password " + PASSWORD);
    try (SimulatedCloud cloud =
        start(
            List.of(
                "identity.tokens.create.status=403",
                "identity.tokens.create.extra=/error",
                "identity.tokens.create.set=/error:{\"message\":" + words + ",\"code\":403}"))) {
      Said said = run(cloud);
      assertThat(said.code()).isEqualTo(4);
      assertThat(said.err()).contains("login refused (403)", "bad password");
      assertNothingIn(cloud, PARTS_OF_PASSWORD);
    }
  }

  private static SimulatedCloud start(List<String> defects) {
    return SimulatedCloud.start(
        SimulatedCloudOptions.usual().withPassword(PASSWORD).withDefects(defects));
  }

  private static List<String> everywhere(String defect) {
    return SimulatedCloud.operations().stream()
        .filter(it -> !LOGIN.contains(it))
        .map(it -> it + "." + defect)
        .toList();
  }

  private Said run(SimulatedCloud cloud) {
    return kept(new Shell(dir).with(cloud).run(RUN));
  }

  /** Also what it said is searched. */
  private Said kept(Said said) {
    new Shell(dir).write("said.txt", said.out() + said.err());
    return said;
  }

  private void assertNothingIn(SimulatedCloud cloud, List<String> parts) throws IOException {
    List<String> secrets = new ArrayList<>(parts);
    for (String token : cloud.issuedTokens()) {
      secrets.add(token.substring(6, 36));
    }
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      SecretSearch search = SecretSearch.in(Files.readString(file));
      secrets.stream()
          .filter(search::finds)
          .forEach(it -> found.add(dir.relativize(file) + " has " + it));
    }
    assertThat(found).isEmpty();
  }

  /** All that the program wrote; clouds.yaml is the user's own. */
  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(dir)) {
      return all.filter(Files::isRegularFile)
          .filter(it -> !it.endsWith("clouds.yaml"))
          .sorted()
          .toList();
    }
  }

  private String allText() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : files()) {
      all.append(Files.readString(file));
    }
    return all.toString();
  }

  private String text(String file) throws IOException {
    return Files.readString(dir.resolve(file));
  }

  private static String token(SimulatedCloud cloud) throws IOException, InterruptedException {
    String password = new ObjectMapper().writeValueAsString(PASSWORD);
    HttpResponse<String> answer =
        post(
            cloud.authUrl() + "/auth/tokens",
            "none",
            "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":{\"name\":\"demo\",\"domain\":{\"name\":\"Default\"},\"password\":"
                + password
                + "}}}}}");
    return answer.headers().firstValue("X-Subject-Token").orElseThrow();
  }

  private static String credential(SimulatedCloud cloud, String token, String secret)
      throws IOException, InterruptedException {
    HttpResponse<String> self =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(cloud.authUrl() + "/auth/tokens"))
                    .header("X-Auth-Token", token)
                    .header("X-Subject-Token", token)
                    .build(),
                BodyHandlers.ofString());
    String user = new ObjectMapper().readTree(self.body()).at("/token/user/id").asText();
    HttpResponse<String> made =
        post(
            cloud.authUrl() + "/users/" + user + "/application_credentials",
            token,
            "{\"application_credential\":{\"name\":\"mine\",\"secret\":\"" + secret + "\"}}");
    return new ObjectMapper().readTree(made.body()).at("/application_credential/id").asText();
  }

  private static HttpResponse<String> post(String uri, String token, String body)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(uri))
                .header("X-Auth-Token", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }
}
