package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.defcore.runner.LedgerBench.CREATED;
import static org.defcore.runner.LedgerBench.INTENT;
import static org.defcore.runner.LedgerBench.NOON;
import static org.defcore.runner.LedgerBench.RUN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.defcore.clouds.CloudConfig;
import org.defcore.http.LocalServer;
import org.defcore.http.LocalServer.Reply;
import org.defcore.result.RunException;
import org.defcore.result.RunFolder;
import org.defcore.result.RunUser;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clean-up by ledgers that are damaged, forged or mixed up, and on clouds that are others. */
class LedgerCleanerTest {

  @TempDir static Path shared;
  private final LedgerBench bench;

  LedgerCleanerTest() throws IOException {
    bench = new LedgerBench(shared);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void damagedLineIsToldAndTheOthersAreCleaned() throws IOException {
    String id = bench.image(RUN + "-image-1");
    RunFolder folder =
        bench.run("{\"event\":\"int\033[31m\n" + CREATED.formatted(RUN + "-image-1", id));

    LedgerCleaner.Report report = bench.clean(folder);

    assertThat(bench.remains()).isEmpty();
    assertThat(report.removed()).hasSize(1);
    assertThat(report.left())
        .containsExactly(
            "may have been left behind: %s: line 1: no line of a ledger: look for %s-…"
                .formatted(folder.ledger(), RUN));
  }

  @Test
  void whatIsNotTheRunsStaysWhoeverNamesIt() throws IOException {
    String image = bench.image("my-image");
    bench.keyPair("my-key");
    RunFolder folder =
        bench.run(
            CREATED.formatted(RUN + "-image-1", image)
                + INTENT.formatted(NOON, "image", "my-image")
                + INTENT.formatted(NOON, "key-pair", "my-key"));

    LedgerCleaner.Report report = bench.clean(folder);

    assertThat(bench.remains()).containsExactly("my-image", "my-key");
    assertThat(report.removed()).isEmpty();
    assertThat(report.left())
        .hasSize(3)
        .allMatch(it -> it.contains("expected a name of the run, " + RUN + "-…, but found \"my-"));
  }

  @Test
  void notFoundOfAGatewayIsNotBelieved() throws IOException {
    String name = RUN + "-image-1";
    RunFolder folder = bench.run(CREATED.formatted(name, bench.image(name)));
    for (Reply page :
        List.of(
            new Reply(404, Map.of("Content-Type", "text/html"), "<html>no back end</html>"),
            Reply.json(404, "{\"message\": \"no route\"}"))) {
      try (LocalServer gateway = new LocalServer(it -> page)) {
        String yaml =
            bench
                .simulated
                .cloudsYaml()
                .replaceFirst(
                    "( +)auth:", "$1image_endpoint_override: " + gateway.url() + "\n$1auth:");

        LedgerCleaner.Report report =
            LedgerBench.clean(folder, bench.config(yaml), Duration.ofDays(1));

        assertThat(report.left()).singleElement().asString().contains("GET /v2/images", "404");
        assertThat(bench.remains()).containsExactly(name);
      }
    }
    assertThat(bench.clean(folder).left()).isEmpty();
    assertThat(bench.remains()).isEmpty();
  }

  @Test
  void anotherCloudOrUserIsRefusedAndNothingIsWrittenOff() throws IOException {
    String name = RUN + "-image-1";
    String ledger = CREATED.formatted(name, bench.image(name));
    RunFolder folder = bench.run(ledger);
    try (SimulatedCloud other = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      CloudConfig elsewhere = bench.config(other.cloudsYaml());
      assertRefused(
          folder, elsewhere, "expected the auth_url of the run, \"" + bench.simulated.authUrl());
    }
    RunUser own = bench.access.users().get(0);
    CloudConfig config = bench.access.member().config();
    assertRefused(
        bench.run(
            ledger.getBytes(StandardCharsets.UTF_8),
            List.of(new RunUser("simulated", "p", own.userId()))),
        config,
        "expected the project of the run, \"p\", but found \"" + own.projectId());
    assertRefused(
        bench.run(
            ledger.getBytes(StandardCharsets.UTF_8),
            List.of(new RunUser("simulated", own.projectId(), "u"))),
        config,
        "expected the user of the run, \"u\", but found \"" + own.userId());
    assertThat(bench.remains()).containsExactly(name);
  }

  private static void assertRefused(RunFolder folder, CloudConfig cloud, String why)
      throws IOException {
    String before = Files.readString(folder.ledger());
    assertThatThrownBy(() -> LedgerBench.clean(folder, cloud, Duration.ofDays(1)))
        .isInstanceOf(RunException.class)
        .hasMessageContaining(why)
        .hasMessageContaining("nothing was removed; correct the entry");
    assertThat(folder.ledger()).hasContent(before);
  }
}
