package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.defcore.capability.Need;
import org.defcore.result.Fact;
import org.defcore.runner.Preconditions.Judged;
import org.defcore.runner.Preconditions.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PreconditionsTest {

  private static final Preconditions NOTHING = new Preconditions(List.of());

  private static final Preconditions ALL =
      offering(
          "network.extension.router",
          "image.id",
          "second-image.id",
          "flavor.id",
          "second-flavor.id",
          "network.id",
          "external-network.id",
          "service.compute",
          "login.password",
          "second-project.cloud",
          "disposable-user.cloud",
          "identity.password-history",
          "identity.lockout.attempts",
          "guest.user",
          "orchestration.hiding-tag",
          "compute.microversion.max");

  private static Preconditions offering(String... names) {
    return new Preconditions(Stream.of(names).map(it -> new Fact(it, "2.93", "GET /x")).toList());
  }

  private static Preconditions highest(String version) {
    return new Preconditions(
        List.of(new Fact("compute.microversion.max", version, "GET /compute/v2.1")));
  }

  static Stream<Arguments> needs() {
    return Stream.of(
        arguments("service compute", "the cloud offers no service compute"),
        arguments("extension router", "the network service has no extension router"),
        arguments(
            "microversion compute 2.2",
            "needs microversion compute 2.2 but the highest is unknown"),
        arguments("image", "the project has no active image"),
        arguments("second-image", "the project has no second active image"),
        arguments("flavor", "the project has no flavor"),
        arguments("second-flavor", "the project has no second flavor"),
        arguments("network", "the project has no network for servers"),
        arguments("external-network", "the project has no external network"),
        arguments(
            "password", "the configured user does not use a password; use auth_type password"),
        arguments("second-project", "no second project is configured; pass --second-cloud CLOUD"),
        arguments(
            "disposable-user", "no disposable user is configured; pass --disposable-cloud CLOUD"),
        arguments("password-history", "no password history is declared"),
        arguments("lockout", "no lockout is declared"),
        arguments("hiding-tag", "the tag that hides stacks is unknown; pass --hiding-tag TAG"),
        arguments("guest-access", "guest login is not enabled; pass --guest-ssh USER"));
  }

  @ParameterizedTest
  @MethodSource("needs")
  void saysWhatIsMissingAndIsContentWhenItIsThere(String need, String words) {
    Need read = Need.parse(need).orElseThrow();

    assertThat(NOTHING.judge(read).reason()).isEqualTo(words);
    assertThat(ALL.judge(read).reason()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "admin,          'requires admin rights, which tests never have'",
    "reseller-admin, 'requires rights over all object store accounts, which tests never have'",
  })
  void someNeedsAreNeverMet(String need, String words) {
    assertThat(ALL.judge(Need.parse(need).orElseThrow()).reason()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "feature slo,     ''",
    "feature tempurl, the object store does not announce the feature tempurl",
  })
  void featureIsOneOfThoseThatTheStoreAnnounces(String need, String words) {
    Preconditions cloud =
        new Preconditions(List.of(new Fact("object-store.info", "slo swift", "GET /info")));

    assertThat(cloud.judge(Need.parse(need).orElseThrow()).reason()).isEqualTo(words);
    assertThat(NOTHING.judge(Need.parse(need).orElseThrow()).reason())
        .isEqualTo("the object store announces no features");
  }

  @Test
  void settingCanOnlyBeFoundOutByTheTest() {
    assertThat(NOTHING.judge(Need.parse("setting resize").orElseThrow()).reason()).isEmpty();
  }

  @Test
  void domainForZonesIsMetOnceNamedAndElseFoundOutByTheTest() {
    Need need = Need.parse("zone-parent").orElseThrow();
    Fact named = new Fact("dns.zone-parent", "example.org.", "--zone-parent");

    assertThat(NOTHING.judge(need).standing()).isEqualTo(Standing.UNKNOWN);
    assertThat(new Preconditions(List.of(named)).judge(need))
        .isEqualTo(new Judged(Standing.MET, "example.org.", "--zone-parent", ""));
  }

  @Test
  void quotaIsJudgedByWhatIsLeftOfIt() {
    Preconditions told =
        new Preconditions(
            List.of(
                new Fact("volume.quota.volumes", "10", "GET /q"),
                new Fact("volume.quota.volumes.used", "8", "GET /q"),
                new Fact("volume.quota.snapshots", "-1", "GET /q"),
                new Fact("volume.quota.snapshots.used", "99", "GET /q")));
    Need three = Need.parse("quota volumes 3").orElseThrow();

    assertThat(told.judge(three).reason())
        .isEqualTo("needs 3 volumes at a time, and the quota has 2 of 10 left");
    assertThat(told.judge(Need.parse("quota volumes 2").orElseThrow()))
        .isEqualTo(
            new Preconditions.Judged(Preconditions.Standing.MET, "2 of 10 left", "GET /q", ""));
    assertThat(told.judge(Need.parse("quota snapshots 3").orElseThrow()).value())
        .isEqualTo("unlimited");
    assertThat(NOTHING.judge(three).standing()).isEqualTo(Preconditions.Standing.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(Need.Kind.class)
  void everyKindOfNeedIsSpokenOfHere(Need.Kind kind) {
    Stream<String> spokenOf =
        Stream.concat(
            needs().map(it -> it.get()[0].toString().replaceFirst(" .*", "")),
            Stream.of(
                "admin",
                "feature",
                "quota",
                "reseller-admin",
                "resource-type",
                "setting",
                "zone-parent"));

    assertThat(spokenOf).contains(kind.word());
  }

  @ParameterizedTest
  @CsvSource({
    "2.9,  2.10, false",
    "2.10, 2.9,  true",
    "2.10, 2.10, true",
    "3.0,  2.93, true",
    "1.99, 2.1,  false",
    "2,    2.1,  false",
    "'',   2.1,  false",
    "2.93, new,  false",
  })
  void microversionsCompareByNumber(String highest, String needed, boolean met) {
    Preconditions cloud = highest(highest);
    Need need = new Need(Need.Kind.MICROVERSION, "compute " + needed);

    assertThat(cloud.judge(need).reason().isEmpty()).as(need.toString()).isEqualTo(met);
  }

  @Test
  void microversionThatIsTooLowIsToldWithTheHighest() {
    Preconditions cloud = highest("2.9");

    assertThat(cloud.judge(Need.parse("microversion compute 2.10").orElseThrow()).reason())
        .contains("needs microversion compute 2.10 but the highest is 2.9");
    assertThat(cloud.judge(Need.parse("microversion volume 3.1").orElseThrow()).reason())
        .contains("needs microversion volume 3.1 but the highest is unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "2.1,  2.93, ''",
    "2.35, 2.93, ''",
    "2.36, 2.93, but the lowest is 2.36",
    "2.1,  2.0,  but the highest is 2.0",
  })
  void windowOfMicroversionsHasToMeetThatOfTheCloud(String lowest, String highest, String reason) {
    Fact lower = new Fact("compute.microversion.min", lowest, "GET /compute/v2.1");
    Fact upper = new Fact("compute.microversion.max", highest, "GET /compute/v2.1");
    Preconditions cloud = new Preconditions(List.of(lower, upper));

    assertThat(cloud.judge(Need.parse("microversion compute 2.1-2.35").orElseThrow()).reason())
        .isEqualTo(reason.isEmpty() ? "" : "needs microversion compute 2.1-2.35 " + reason);
  }

  @ParameterizedTest
  @CsvSource({
    "image,                    image",
    "flavor,                   compute",
    "network,                  network",
    "extension router,         network",
    "microversion volume 3.60, volume",
    "feature slo,              object-store",
    "resource-type A::B,       orchestration",
    "service object-store,     object-store",
  })
  void saysWhichServiceHasToBeAskedForANeed(String need, String service) {
    assertThat(Preconditions.service(Need.parse(need).orElseThrow())).contains(service);
  }

  @Test
  void resourceTypeHasToBeListed() {
    Need type = Need.parse("resource-type A::B").orElseThrow();
    Fact types = new Fact("orchestration.resource-types", "A::A A::B", "GET /resource_types");
    Preconditions without = new Preconditions(List.of());

    assertThat(new Preconditions(List.of(types)).judge(type).standing()).isEqualTo(Standing.MET);
    assertThat(without.judge(type).reason())
        .isEqualTo("the orchestration service has no resource type A::B");
  }

  @Test
  void tellsWhatWasFoundAndByWhichCall() {
    assertThat(highest("2.93").judge(Need.parse("microversion compute 2.2").orElseThrow()))
        .isEqualTo(new Judged(Standing.MET, "2.93", "GET /compute/v2.1", ""));
    assertThat(offering("image.id.unavailable").judge(Need.parse("image").orElseThrow()))
        .isEqualTo(new Judged(Standing.MISSING, "", "GET /x", "2.93"));
    assertThat(ALL.judge(Need.parse("setting resize").orElseThrow()).standing())
        .isEqualTo(Standing.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "image,                    image.id",
    "second-image,             image.id",
    "image,                    image",
    "flavor,                   flavor.id",
    "second-flavor,            flavor.id",
    "flavor,                   compute",
    "network,                  network.id",
    "external-network,         network.id",
    "extension router,         network.extensions",
    "feature slo,              object-store.info",
    "resource-type A::B,       orchestration.resource-types",
    "extension router,         network",
    "microversion compute 2.2, compute.versions",
    "service compute,          compute",
  })
  void anUnansweredQuestionTellsNothingOfANeed(String need, String question) {
    Fact odd =
        new Fact(question + ".unavailable", Fact.untold("GET /x: expected 200 but found 503"), "x");
    Preconditions cloud = new Preconditions(List.of(odd));

    Judged judged = cloud.judge(Need.parse(need).orElseThrow());

    assertThat(judged.standing()).isEqualTo(Standing.UNTOLD);
    assertThat(judged.reason()).isEqualTo("cannot tell: GET /x: expected 200 but found 503");
  }

  @Test
  void whatIsNotThereIsMissingForTheReasonThatWasFound() {
    Preconditions cloud =
        new Preconditions(
            List.of(
                new Fact("flavor.id.unavailable", "no flavor that fits image i", "GET /f"),
                new Fact("network.id.unavailable", "no network with a subnet", "GET /n")));

    assertThat(cloud.judge(Need.parse("flavor").orElseThrow()))
        .isEqualTo(new Judged(Standing.MISSING, "", "GET /f", "no flavor that fits image i"));
    assertThat(cloud.judge(Need.parse("external-network").orElseThrow()).reason())
        .isEqualTo("the project has no external network");
  }

  @Test
  void flavorWithoutDiskSaysWhatItsServersBootFrom() {
    Preconditions cloud =
        new Preconditions(
            List.of(
                new Fact("flavor.id", "f", "GET /f"),
                new Fact("server.boot-volume.gib", "3", "GET /f"),
                new Fact("volume.quota.volumes", "10", "GET /q")));

    assertThat(cloud.judge(Need.parse("flavor").orElseThrow()).value())
        .isEqualTo(
            "f (no disk: each server boots from a volume of 3 GiB; quota: 10 volumes, unknown"
                + " GiB)");
  }
}
