package org.defcore.runner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.CloudConfigs;
import org.defcore.clouds.Environment;
import org.defcore.http.message.Recording;
import org.defcore.kit.Poll;
import org.defcore.result.Plan;
import org.defcore.result.RunFolder;
import org.defcore.result.RunUser;
import org.defcore.service.Service;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;

/** A simulated cloud and ledgers of a run on it. */
final class LedgerBench implements AutoCloseable {

  static final String RUN = "defcore-20261130-120000-c0ffee";
  static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
  static final String INTENT =
      "{\"event\":\"intent\",\"at\":\"%s\",\"role\":\"MEMBER\",\"kind\":\"%s\",\"name\":\"%s\"}\n";
  static final String CREATED =
      "{\"event\":\"created\",\"role\":\"MEMBER\",\"kind\":\"image\",\"name\":\"%s\",\"id\":\"%s\"}\n";

  private final Path dir;
  final SimulatedCloud simulated = SimulatedCloud.start(SimulatedCloudOptions.usual());
  final CloudAccess access;

  LedgerBench(Path shared) throws IOException {
    dir = Files.createTempDirectory(shared, "run");
    access = CloudAccess.login(config(simulated.cloudsYaml()), Optional.empty());
  }

  @Override
  public void close() {
    access.close();
    simulated.close();
  }

  CloudConfig config(String cloudsYaml) throws IOException {
    Path file = Files.writeString(dir.resolve("clouds.yaml"), cloudsYaml);
    return new CloudConfigs(
            Environment.of(Map.of("OS_CLIENT_CONFIG_FILE", file.toString()), dir, dir))
        .load(Optional.of("simulated"));
  }

  String image(String name) {
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

  void keyPair(String name) {
    access
        .member()
        .service(Service.COMPUTE, new Recording())
        .post("/os-keypairs")
        .json(Map.of("keypair", Map.of("name", name)))
        .expect(200);
  }

  /** Names of what is in the cloud. */
  List<String> remains() {
    return simulated.resources().stream().map(it -> it.replaceFirst(".* ", "")).sorted().toList();
  }

  RunFolder run(String ledger) throws IOException {
    return run(ledger.getBytes(StandardCharsets.UTF_8), access.users());
  }

  RunFolder run(byte[] ledger, List<RunUser> users) throws IOException {
    return run(dir, access, users, ledger);
  }

  /** A run of those users that left this ledger, in a folder below. */
  static RunFolder run(Path below, CloudAccess access, List<RunUser> users, byte[] ledger)
      throws IOException {
    RunFolder folder = RunFolder.reserve(Files.createTempDirectory(below, "run"));
    folder.begin(
        new Plan(
            RUN,
            "1.0",
            "2020.06",
            "sha256:00",
            "platform",
            "simulated",
            Optional.empty(),
            Optional.empty(),
            access.member().config().authUrl().toString(),
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
  static LedgerCleaner.Report clean(RunFolder folder, CloudConfig cloud, Duration after) {
    return clean(folder, cloud, after, new SteppingTime());
  }

  static LedgerCleaner.Report clean(
      RunFolder folder, CloudConfig cloud, Duration after, Poll.Time time) {
    return new LedgerCleaner(Duration.ofSeconds(2), Clock.offset(Clock.systemUTC(), after), time)
        .clean(folder, cloud, Optional.empty(), Optional.empty());
  }

  LedgerCleaner.Report clean(RunFolder folder) {
    return clean(folder, access.member().config(), Duration.ofDays(1));
  }
}
