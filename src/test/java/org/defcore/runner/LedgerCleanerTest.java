package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.CloudConfigs;
import org.defcore.clouds.Environment;
import org.defcore.http.LocalServer;
import org.defcore.http.LocalServer.Reply;
import org.defcore.http.message.Recording;
import org.defcore.result.Plan;
import org.defcore.result.RunException;
import org.defcore.result.RunFolder;
import org.defcore.result.RunUser;
import org.defcore.service.Service;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clean-up by ledgers that are damaged, forged or mixed up, and on clouds that are others. */
class LedgerCleanerTest {

  private static final String RUN = "defcore-20261130-120000-c0ffee";
  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
  private static final String INTENT =
      "{\"event\":\"intent\",\"at\":\"%s\",\"role\":\"MEMBER\",\"kind\":\"%s\",\"name\":\"%s\"}\n";
  private static final String CREATED =
      "{\"event\":\"created\",\"role\":\"MEMBER\",\"kind\":\"image\",\"name\":\"%s\",\"id\":\"%s\"}\n";

  @TempDir static Path shared;
  private final Path dir;
  private final SimulatedCloud simulated = SimulatedCloud.start(SimulatedCloudOptions.usual());
  private final CloudAccess access;

  LedgerCleanerTest() throws IOException {
    dir = Files.createTempDirectory(shared, "run");
    access = CloudAccess.login(config(simulated.cloudsYaml()), Optional.empty());
  }

  @AfterEach
  void close() {
    access.close();
    simulated.close();
  }

  private CloudConfig config(String cloudsYaml) throws IOException {
    Path file = Files.writeString(dir.resolve("clouds.yaml"), cloudsYaml);
    return new CloudConfigs(
            Environment.of(Map.of("OS_CLIENT_CONFIG_FILE", file.toString()), dir, dir))
        .load(Optional.of("simulated"));
  }

  private String image(String name) {
    return access
        .member()
        .service(Service.IMAGE, new Recording())
        .unversioned()
        .post("/v2/images")
        .json(Map.of("name", name))
        .expect(201)
        .json()
        .path("id")
        .asText();
  }

  private void keyPair(String name) {
    access
        .member()
        .service(Service.COMPUTE, new Recording())
        .post("/os-keypairs")
        .json(Map.of("keypair", Map.of("name", name)))
        .expect(200);
  }

  /** Names of what is in the cloud. */
  private List<String> remains() {
    return simulated.resources().stream().map(it -> it.replaceFirst(".* ", "")).sorted().toList();
  }

  private RunFolder run(String ledger) throws IOException {
    return run(ledger.getBytes(StandardCharsets.UTF_8), access.users());
  }

  private RunFolder run(byte[] ledger, List<RunUser> users) throws IOException {
    RunFolder folder = RunFolder.reserve(Files.createTempDirectory(dir, "run"));
    folder.begin(
        new Plan(
            RUN,
            "1.0",
            "2020.06",
            "sha256:00",
            "platform",
            "simulated",
            Optional.empty(),
            simulated.authUrl(),
            access.member().catalogue().region(),
            users,
            true,
            "",
            NOON,
            List.of(),
            List.of()),
        List.of());
    Files.write(folder.ledger(), ledger);
    return folder;
  }

  /** Cleans at that time after the intents. */
  private static LedgerCleaner.Report clean(RunFolder folder, CloudConfig cloud, Duration after) {
    return new LedgerCleaner(Duration.ofSeconds(2), Clock.offset(Clock.systemUTC(), after))
        .clean(folder, cloud, Optional.empty());
  }

  private LedgerCleaner.Report clean(RunFolder folder) {
    return clean(folder, access.member().config(), Duration.ofDays(1));
  }

  @Test
  void ledgerCutAnywhereHasAllThatIsReadableRemovedAndNothingElse() throws IOException {
    List<String> own = List.of(RUN + "-image-1", RUN + "-image-2", RUN + "-keypair-3");
    List<String> users =
        sorted(
            List.of("x" + RUN + "-image-1", RUN + "-image-11", RUN + "-image-1-copy", "image-1"));
    users.forEach(this::image);
    int length = 1;
    for (int next = 0; next < length; ) {
      String ledger =
          INTENT.formatted(NOON, "image", own.get(0))
              + CREATED.formatted(own.get(0), image(own.get(0)))
              + CREATED.formatted(own.get(1), image(own.get(1)))
              + INTENT.formatted(NOON, "key-pair", own.get(2));
      keyPair(own.get(2));
      length = ledger.length();
      int cut = nextOfInterest(ledger, next);
      next = cut + 1;
      String whole = ledger.substring(0, cut);

      LedgerCleaner.Report report = clean(run(whole));

      List<String> left = new ArrayList<>(users);
      own.stream().filter(it -> !isReadable(it, whole)).forEach(left::add);
      assertThat(remains()).as("cut at %d", cut).isEqualTo(sorted(left));
      assertThat(report.left()).as("cut at %d", cut).isEmpty();
      assertThat(clean(run(ledger)).left()).isEmpty();
      assertThat(remains()).isEqualTo(users);
    }
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().sorted().toList();
  }

  /** Each place near the end of a line, and some of the others. */
  private static int nextOfInterest(String ledger, int from) {
    int at = from;
    while (at < ledger.length()
        && at % 25 != 0
        && !ledger
            .substring(Math.max(0, at - 2), Math.min(ledger.length(), at + 2))
            .contains("\n")) {
      at++;
    }
    return at;
  }

  private static boolean isReadable(String name, String ledger) {
    return ledger
        .lines()
        .anyMatch(it -> it.contains("\"name\":\"" + name + "\"") && it.endsWith("}"));
  }

  @Test
  void damagedLineIsToldAndTheOthersAreCleaned() throws IOException {
    String id = image(RUN + "-image-1");
    RunFolder folder = run("{\"event\":\"int\033[31m\n" + CREATED.formatted(RUN + "-image-1", id));

    LedgerCleaner.Report report = clean(folder);

    assertThat(remains()).isEmpty();
    assertThat(report.removed()).hasSize(1);
    assertThat(report.left())
        .containsExactly(
            "may have been left behind: %s: line 1: no line of a ledger: look for %s-…"
                .formatted(folder.ledger(), RUN));
  }

  @Test
  void whatIsNotTheRunsStaysWhoeverNamesIt() throws IOException {
    String image = image("my-image");
    keyPair("my-key");
    RunFolder folder =
        run(
            CREATED.formatted(RUN + "-image-1", image)
                + INTENT.formatted(NOON, "image", "my-image")
                + INTENT.formatted(NOON, "key-pair", "my-key"));

    LedgerCleaner.Report report = clean(folder);

    assertThat(remains()).containsExactly("my-image", "my-key");
    assertThat(report.removed()).isEmpty();
    assertThat(report.left())
        .hasSize(3)
        .allMatch(it -> it.contains("expected a name of the run, " + RUN + "-…, but found \"my-"));
  }

  @Test
  void lostIntentStaysOpenUntilLongAfterIt() throws IOException {
    Instant sent = Instant.now();
    RunFolder folder = run(INTENT.formatted(sent, "key-pair", RUN + "-keypair-1"));

    LedgerCleaner.Report report = clean(folder, access.member().config(), Duration.ofSeconds(60));
    assertThat(report.left())
        .singleElement()
        .asString()
        .startsWith("may have been left behind: key-pair " + RUN + "-keypair-1: its creation was")
        .contains("clean up again after " + sent.plusSeconds(300).toString().substring(0, 19));

    keyPair(RUN + "-keypair-1");
    assertThat(clean(folder).removed()).containsExactly("key-pair " + RUN + "-keypair-1");
    assertThat(remains()).isEmpty();
    assertThat(clean(folder)).isEqualTo(new LedgerCleaner.Report(List.of(), List.of()));
  }

  @Test
  void notFoundOfAGatewayIsNotBelieved() throws IOException {
    String name = RUN + "-image-1";
    RunFolder folder = run(CREATED.formatted(name, image(name)));
    for (Reply page :
        List.of(
            new Reply(404, Map.of("Content-Type", "text/html"), "<html>no back end</html>"),
            Reply.json(404, "{\"message\": \"no route\"}"))) {
      try (LocalServer gateway = new LocalServer(it -> page)) {
        String yaml =
            simulated
                .cloudsYaml()
                .replaceFirst(
                    "( +)auth:", "$1image_endpoint_override: " + gateway.url() + "\n$1auth:");

        LedgerCleaner.Report report = clean(folder, config(yaml), Duration.ofDays(1));

        assertThat(report.left()).singleElement().asString().contains("GET /v2/images", "404");
        assertThat(remains()).containsExactly(name);
      }
    }
    assertThat(clean(folder).left()).isEmpty();
    assertThat(remains()).isEmpty();
  }

  @Test
  void anotherCloudOrUserIsRefusedAndNothingIsWrittenOff() throws IOException {
    String name = RUN + "-image-1";
    String ledger = CREATED.formatted(name, image(name));
    RunFolder folder = run(ledger);
    try (SimulatedCloud other = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      CloudConfig elsewhere = config(other.cloudsYaml());
      assertRefused(
          folder, elsewhere, "expected the auth_url of the run, \"" + simulated.authUrl());
    }
    RunUser own = access.users().get(0);
    CloudConfig config = access.member().config();
    assertRefused(
        run(
            ledger.getBytes(StandardCharsets.UTF_8),
            List.of(new RunUser("simulated", "p", own.userId()))),
        config,
        "expected the project of the run, \"p\", but found \"" + own.projectId());
    assertRefused(
        run(
            ledger.getBytes(StandardCharsets.UTF_8),
            List.of(new RunUser("simulated", own.projectId(), "u"))),
        config,
        "expected the user of the run, \"u\", but found \"" + own.userId());
    assertThat(remains()).containsExactly(name);
  }

  private static void assertRefused(RunFolder folder, CloudConfig cloud, String why)
      throws IOException {
    String before = Files.readString(folder.ledger());
    assertThatThrownBy(() -> clean(folder, cloud, Duration.ofDays(1)))
        .isInstanceOf(RunException.class)
        .hasMessageContaining(why)
        .hasMessageContaining("nothing was removed; correct the entry");
    assertThat(folder.ledger()).hasContent(before);
  }
}
