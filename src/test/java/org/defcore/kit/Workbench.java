package org.defcore.kit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.defcore.client.Wanted;
import org.defcore.client.image.Image;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.CloudConfigs;
import org.defcore.clouds.Environment;
import org.defcore.clouds.Session;
import org.defcore.http.HttpTransport;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.defcore.kit.resource.ResourceKind;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;

/** A simulated cloud with somebody logged in, and a bed on a clock that does not wait. */
final class Workbench implements AutoCloseable {

  final SimulatedCloud simulated;
  final ManualTime time = new ManualTime();
  final AtomicBoolean cancelled = new AtomicBoolean();
  final List<Evidence> evidence = new ArrayList<>();
  final Path ledgerFile;
  final Ledger ledger;
  final TestBed bed;
  final Session session;
  private final HttpTransport transport;

  Workbench(Path dir) {
    simulated = SimulatedCloud.start(SimulatedCloudOptions.usual());
    CloudConfig config = config(dir, simulated);
    transport = new HttpTransport(config.transport(), new Secrets());
    session = Session.login(config, transport, new Recording());
    ledgerFile = dir.resolve("ledger.jsonl");
    ledger =
        new Ledger(ledgerFile, Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC));
    Poll poll = new Poll(Duration.ofSeconds(10), cancelled::get, time);
    bed =
        new TestBed(
            new TestBed.Settings("run-7", poll, cancelled, Optional.empty()),
            Map.of(Role.MEMBER, session),
            List.of(),
            ledger,
            evidence::add);
  }

  private static CloudConfig config(Path dir, SimulatedCloud cloud) {
    try {
      Path file = Files.writeString(dir.resolve("clouds.yaml"), cloud.cloudsYaml());
      return new CloudConfigs(
              Environment.of(Map.of("OS_CLIENT_CONFIG_FILE", file.toString()), dir, dir))
          .load(Optional.of("simulated"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Cloud cloud() {
    return new Cloud(bed, new Recording());
  }

  Cleanup cleanup() {
    return bed.cleanup(new Recording());
  }

  /** Creates as a test would: through the ledger. */
  Image image(Cleanup cleanup, String name) {
    return cleanup.create(ResourceKind.IMAGE, name, () -> create(name), Image::id);
  }

  /** Creates behind the ledger's back. */
  Image create(String name) {
    return cloud().member().image().images().create(Wanted.named(name));
  }

  /** Makes the cloud refuse to delete an image. */
  void protect(String id) {
    ArrayNode changes = JsonNodeFactory.instance.arrayNode();
    changes.addObject().put("replace", "/protected").put("value", true);
    session
        .service("image", new Recording())
        .unversioned()
        .patch("/v2/images/" + id)
        .json(changes, "application/openstack-images-v2.0-json-patch")
        .expect(200);
  }

  /** The resources of the simulated cloud, without the ids that it chose. */
  List<String> remains() {
    return simulated.resources().stream()
        .map(it -> it.replaceFirst("^image \\S+ ", "image "))
        .sorted()
        .toList();
  }

  @Override
  public void close() {
    transport.close();
    simulated.close();
  }
}
