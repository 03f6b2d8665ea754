package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.guideline.TestId;
import org.defcore.http.message.Recording.Extras;
import org.defcore.result.Deviation;
import org.defcore.result.ExtraAttribute;
import org.defcore.result.Outcome;
import org.defcore.result.RunFolder;
import org.defcore.result.RunRecord;
import org.defcore.result.TestResult;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on a simulated cloud whose vendor adds attributes to answers. */
class BypassedAttributesTest {

  private static final TestId FLAVORS = TestId.of("e36c0eaa-dff5-4082-ad1f-3f9a80aa3f59");
  private static final TestId DETAILED = TestId.of("6e85fde4-b3cd-4137-ab72-ed5f418e8c24");
  private static final TestId ZONES = TestId.of("a8333aa2-205c-449f-a828-d38c2489bf25");
  private static final List<TestId> READING = List.of(FLAVORS, DETAILED, ZONES);

  private static final Selection COMPUTE =
      new Selection(
          List.of(
              "FlavorsV2TestJSON",
              "KeyPairsV22TestJSON",
              "tempest.api.compute.servers.test_create_server",
              "test_create_server_with_admin_password",
              "NetworksApiDiscovery",
              "4d039863-ba78-45e0-8ffe-85ccfe2791eb"),
          List.of(),
          List.of("compute", "network"));

  private static final String ATTRIBUTES = "extra=VENDOR-EXT:zone";

  /**
   * The vendor's attributes, in each answer about servers, flavors, images and key pairs, and
   * beside the versions and the faults of network.
   */
  private static final List<String> VENDOR =
      Stream.of(
              Stream.of("servers", "flavors", "images", "keypairs")
                  .flatMap(
                      it ->
                          Stream.of(
                              it + ".show." + ATTRIBUTES,
                              it + ".show.extra=/" + it.replaceFirst("s$", "") + "/vendor_tags",
                              it + ".list.extra=/" + it + "/*/VENDOR-EXT:zone",
                              it + ".detail.extra=/" + it + "/*/VENDOR-EXT:zone"))
                  .filter(it -> !it.contains("keypairs.detail") && !it.contains("keypairs.list"))
                  .map(it -> "compute." + it),
              Stream.of("servers", "keypairs").map(it -> "compute." + it + ".create." + ATTRIBUTES),
              Stream.of("versions.list", "security-group-rules.create")
                  .map(it -> "network." + it + ".extra=/vendor"))
          .flatMap(it -> it)
          .toList();

  @TempDir private Path dir;

  private RunRecord run(Selection selection, Extras extras, List<String> defects)
      throws IOException {
    try (SimulatedCloud cloud = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      RunFolder folder = RunFolder.reserve(dir.resolve("run-" + extras));
      RunOrder once = new SimulatedRun(dir).order(cloud, selection, 4);
      RunOrder order =
          RunOrder.of(
                  once.requirements(),
                  once.cloud(),
                  once.second(),
                  new RunOrder.Pace(4, Duration.ofSeconds(2), 1, OptionalLong.empty()))
              .withExtras(extras);
      SimulatedRun.cloudRun()
          .run(order, folder, new SimulatedRun.Silent(() -> cloud.switchOn(defects)));
      assertThat(cloud.resources()).isEmpty();
      return folder.record();
    }
  }

  private static Selection of(List<TestId> tests) {
    return new Selection(tests.stream().map(TestId::toString).toList(), List.of(), List.of());
  }

  private static Map<TestId, TestResult> byId(RunRecord run) {
    return run.results().stream().collect(Collectors.toMap(TestResult::id, Function.identity()));
  }

  @Test
  void eachTestThatFailsOverThemAlonePassesWithoutThem() throws IOException {
    RunRecord run = run(COMPUTE, Extras.NOTED, VENDOR);

    List<TestResult> failed =
        run.results().stream().filter(it -> it.outcome() == Outcome.FAILED).toList();
    assertThat(failed).as("failed").extracting(TestResult::name).hasSize(9);
    assertThat(failed)
        .allSatisfy(
            it -> {
              assertThat(it.reason()).matches("\\w+ /\\S*: /\\S+: expected no such field .*");
              assertThat(it.extras()).isNotEmpty();
              assertThat(it.bypassed().outcome()).as(it.name()).isEqualTo(Outcome.PASSED);
            });
    assertThat(run.bypassing().orElseThrow().results())
        .extracting(TestResult::outcome)
        .containsOnly(Outcome.PASSED, Outcome.SKIPPED);
    assertThat(failed.stream().flatMap(it -> it.extras().stream()).map(ExtraAttribute::name))
        .contains("server.vendor_tags", "servers.*.VENDOR-EXT:zone", "keypair.VENDOR-EXT:zone");
    assertThat(run.deviations())
        .extracting(Deviation::what)
        .containsExactly("retries", "bypass-extra-attributes");
  }

  @Test
  void strictRunHasTheSameOutcomesAndKnowsNothingBeside() throws IOException {
    List<String> defects =
        List.of(
            "compute.flavors.list.extra=/flavors/*/vendor",
            "compute.flavors.list.extra=/vendor",
            "compute.flavors.detail.extra=/flavors/1/vendor");

    RunRecord strict = run(of(READING), Extras.REFUSED, defects);
    RunRecord bypassing = run(of(READING), Extras.NOTED, defects);

    assertThat(strict.deviations()).extracting(Deviation::what).containsExactly("retries");
    assertThat(byId(strict).get(FLAVORS).attempts()).hasSize(1);
    assertThat(byId(bypassing).get(FLAVORS).attempts())
        .as("what passes is not run again")
        .isEmpty();
    assertThat(strict.bypassing()).isEmpty();
    assertThat(byId(strict).get(FLAVORS).extras())
        .extracting(ExtraAttribute::where)
        .as("all that one answer has too many, though the test ends at the first")
        .containsExactlyInAnyOrder("/flavors/*/vendor", "/vendor");
    for (TestId id : READING) {
      TestResult one = byId(strict).get(id);
      TestResult other = byId(bypassing).get(id);
      assertThat(other.outcome()).isEqualTo(one.outcome());
      assertThat(unnumbered(other)).isEqualTo(unnumbered(one));
      assertThat(other.exchange()).isEqualTo(one.exchange());
    }
    assertThat(byId(bypassing).get(ZONES).bypassing()).isEmpty();
  }

  @Test
  void nothingElseThatIsWrongIsHidden() throws IOException {
    RunRecord run =
        run(
            of(READING),
            Extras.NOTED,
            List.of(
                "compute.flavors.list.extra=/flavors/*/vendor",
                "compute.flavors.list.drop=/flavors/1/name",
                "compute.flavors.detail.extra=/flavors/*/vendor",
                "compute.flavors.detail.set=/flavors/0/vcpus:\"many\"",
                "compute.availability-zones.list.extra=/vendor",
                "compute.availability-zones.list.set=/availabilityZoneInfo:[]"));

    assertThat(run.results()).extracting(TestResult::outcome).containsOnly(Outcome.FAILED);
    assertThat(without(run, FLAVORS)).contains("/flavors/1/name: expected a string but found");
    assertThat(without(run, DETAILED))
        .contains("/flavors/0/vcpus: expected an integer but found the string \"many\"");
    assertThat(without(run, ZONES)).contains("zones in GET /os-availability-zone");
    assertThat(byId(run).get(ZONES).reason()).contains("/vendor: expected no such field");
  }

  private static String without(RunRecord run, TestId id) {
    TestResult bypassed = byId(run).get(id).bypassed();
    assertThat(bypassed.outcome()).isEqualTo(Outcome.FAILED);
    return bypassed.reason();
  }

  private static String unnumbered(TestResult result) {
    return result.reason().replaceAll("req-[-0-9a-f]+", "req-…");
  }
}
