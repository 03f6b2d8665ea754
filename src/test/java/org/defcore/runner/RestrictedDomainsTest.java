package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.defcore.clouds.discovery.Wishes;
import org.defcore.result.Outcome;
import org.defcore.result.RunFolder;
import org.defcore.result.TestResult;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of DNS on clouds that refuse zones. */
class RestrictedDomainsTest {

  private static final String RESTRICTED = "dns.zones.create.restricted";
  private static final String REFUSED = "dns.zones.create.refuse=400";
  private static final String TYPED = "dns.zones.create.set=/type:\"invalid_zone_name\"";

  private final Path dir;

  RestrictedDomainsTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void testsAreSkippedWhereTheUsualDomainIsNotAllowed() throws IOException {
    assertThat(run(List.of(RESTRICTED), Optional.empty()))
        .allSatisfy(
            it -> {
              assertThat(it.outcome()).as(it.reason()).isEqualTo(Outcome.SKIPPED);
              assertThat(it.code()).isEqualTo("no-zone-parent");
              assertThat(it.reason())
                  .isEqualTo(
                      "the project may make no zone below com.: name a domain where it may with"
                          + " --zone-parent");
            });
  }

  @Test
  void testsAreSkippedWhereTheUsualDomainIsForbidden() throws IOException {
    String forbidden = "dns.zones.create.set=/message:\"Blacklisted zone name\"";

    assertThat(run(List.of(REFUSED, TYPED, forbidden), Optional.empty()))
        .allSatisfy(it -> assertThat(it.outcome()).as(it.reason()).isEqualTo(Outcome.SKIPPED));
  }

  @Test
  void testsPassBelowTheDomainThatIsNamed() throws IOException {
    assertThat(run(List.of(RESTRICTED), Optional.of("example.org.")))
        .allSatisfy(it -> assertThat(it.outcome()).as(it.reason()).isEqualTo(Outcome.PASSED));
  }

  @Test
  void refusalOfTheDomainThatIsNamedIsAFailure() throws IOException {
    assertThat(run(List.of(RESTRICTED), Optional.of("example.net.")))
        .allSatisfy(RestrictedDomainsTest::assertNotSkipped);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dns.zones.create.set=/message:\"Invalid TLD\"",
        TYPED,
        "dns.zones.create.content=half",
        "dns.zones.create.content=empty"
      })
  void anotherRefusalIsAFailure(String body) throws IOException {
    assertThat(run(List.of(REFUSED, body), Optional.empty()))
        .allSatisfy(RestrictedDomainsTest::assertNotSkipped);
  }

  /** Those that share a zone are blocked where it cannot be made. */
  private static void assertNotSkipped(TestResult result) {
    assertThat(result.outcome()).as(result.reason()).isIn(Outcome.FAILED, Outcome.BLOCKED);
    assertThat(result.reason()).contains("POST /v2/zones: expected ");
  }

  private List<TestResult> run(List<String> defects, Optional<String> parent) throws IOException {
    try (SimulatedCloud cloud = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      RunFolder folder = RunFolder.reserve(Files.createTempDirectory(dir, "run").resolve("out"));
      Selection dns = new Selection(List.of(), List.of(), List.of("dns"));
      RunOrder order =
          new SimulatedRun(dir)
              .order(cloud, dns, 4)
              .withWishes(
                  new Wishes(
                      List.of(),
                      List.of(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      parent.map(it -> new Wishes.Wish(it, "--zone-parent")),
                      Optional.empty()));

      SimulatedRun.cloudRun()
          .run(order, folder, new SimulatedRun.Silent(() -> cloud.switchOn(defects)));

      assertThat(cloud.resources()).noneMatch(it -> it.startsWith("zone "));
      assertThat(folder.record().results()).hasSize(10);
      return folder.record().results();
    }
  }
}
