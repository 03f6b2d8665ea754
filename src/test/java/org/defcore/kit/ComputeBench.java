package org.defcore.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.CloudConfigs;
import org.defcore.clouds.Environment;
import org.defcore.clouds.FurtherSettings;
import org.defcore.clouds.Session;
import org.defcore.http.HttpTransport;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.defcore.result.Fact;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;

/** A bed whose user is logged in to the simulated cloud, with a {@link SmallCompute} in it. */
public final class ComputeBench implements AutoCloseable {

  public final SmallCompute compute = new SmallCompute();
  public final TestBed bed;
  final Path ledgerFile;
  final AtomicBoolean cancelled = new AtomicBoolean();
  private final SimulatedCloud identity;
  private final HttpTransport transport;
  private final Ledger ledger;

  public ComputeBench(Path dir, Poll.Time time) {
    identity = SimulatedCloud.start(SimulatedCloudOptions.usual());
    CloudConfig config = config(dir);
    transport = new HttpTransport(config.transport(), new Secrets());
    Session session = Session.login(config, transport, new Recording());
    ledgerFile = dir.resolve("ledger.jsonl");
    ledger =
        new Ledger(ledgerFile, Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC));
    bed =
        new TestBed(
            new TestBed.Settings(
                "run-7",
                new Poll(Duration.ofSeconds(10), cancelled::get, time),
                cancelled,
                Optional.empty()),
            Map.of(Role.MEMBER, session),
            List.of(new Fact("image.id", "i1", "GET"), new Fact("flavor.id", "1", "GET")),
            ledger,
            it -> {});
  }

  private CloudConfig config(Path dir) {
    try {
      Path file = Files.writeString(dir.resolve("clouds.yaml"), identity.cloudsYaml());
      CloudConfig config =
          new CloudConfigs(
                  Environment.of(Map.of("OS_CLIENT_CONFIG_FILE", file.toString()), dir, dir))
              .load(Optional.of("simulated"));
      return new CloudConfig(
          config.name(),
          config.source(),
          config.authUrl(),
          config.credentials(),
          config.region(),
          config.facing(),
          config.tls(),
          config.proxies(),
          compute.endpoints(),
          FurtherSettings.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Cloud cloud() {
    return new Cloud(bed, new Recording());
  }

  public Poll poll() {
    return bed.poll();
  }

  public Cleanup cleanup() {
    return bed.cleanup(new Recording());
  }

  /** Ends the test that the clean-up belongs to. */
  public void end(Cleanup cleanup, TestEnd ending) {
    cleanup.runAll(ending);
  }

  @Override
  public void close() {
    transport.close();
    identity.close();
    compute.close();
  }
}
