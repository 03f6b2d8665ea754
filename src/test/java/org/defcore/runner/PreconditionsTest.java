package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.defcore.capability.Need;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PreconditionsTest {

  private static final Preconditions NOTHING =
      new Preconditions(Map.of(), Set.of(), false, false, false);

  private static final Preconditions ALL =
      new Preconditions(
          Map.of(
              "network.extension.router", "Router",
              "compute.microversion.max", "2.93",
              "image.id", "1",
              "second-image.id", "2",
              "flavor.id", "3",
              "second-flavor.id", "4",
              "network.id", "5",
              "external-network.id", "6"),
          Set.of("compute"),
          true,
          true,
          true);

  static Stream<Arguments> needs() {
    return Stream.of(
        arguments("service compute", "the cloud offers no service compute"),
        arguments("extension router", "the network service has no extension router"),
        arguments(
            "microversion compute 2.2",
            "needs microversion compute 2.2 but the highest is unknown"),
        arguments("image", "the project sees no image that is active"),
        arguments("second-image", "the project sees no second active image"),
        arguments("flavor", "the project sees no flavor"),
        arguments("second-flavor", "the project sees no second flavor"),
        arguments("network", "the project sees no network for instances"),
        arguments("external-network", "the project sees no external network"),
        arguments(
            "password", "the configured user does not log in by password: use auth_type password"),
        arguments(
            "second-project",
            "no user of a second project is configured: name its cloud with --second-cloud"),
        arguments(
            "guest-access",
            "nothing says that guests can be logged in to: name their user with --guest-ssh"));
  }

  @ParameterizedTest
  @MethodSource("needs")
  void saysWhatIsMissingAndIsContentWhenItIsThere(String need, String words) {
    Need read = Need.parse(need).orElseThrow();

    assertThat(NOTHING.missing(read)).contains(words);
    assertThat(ALL.missing(read)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "admin,          'needs admin rights, which no test is given'",
    "reseller-admin, 'needs rights over all accounts of the object store, which no test is given'",
  })
  void someNeedsAreNeverMet(String need, String words) {
    assertThat(ALL.missing(Need.parse(need).orElseThrow())).contains(words);
  }

  @Test
  void settingCanOnlyBeFoundOutByTheTest() {
    assertThat(NOTHING.missing(Need.parse("setting resize").orElseThrow())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Need.Kind.class)
  void everyKindOfNeedIsSpokenOfHere(Need.Kind kind) {
    Stream<String> spokenOf =
        Stream.concat(
            needs().map(it -> it.get()[0].toString().replaceFirst(" .*", "")),
            Stream.of("admin", "reseller-admin", "setting"));

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
    Preconditions cloud =
        new Preconditions(
            Map.of("compute.microversion.max", highest), Set.of(), false, false, false);
    Need need = new Need(Need.Kind.MICROVERSION, "compute " + needed);

    assertThat(cloud.missing(need).isEmpty()).as(need.toString()).isEqualTo(met);
  }

  @Test
  void microversionThatIsTooLowIsToldWithTheHighest() {
    Preconditions cloud =
        new Preconditions(Map.of("compute.microversion.max", "2.9"), Set.of(), false, false, false);

    assertThat(cloud.missing(Need.parse("microversion compute 2.10").orElseThrow()))
        .contains("needs microversion compute 2.10 but the highest is 2.9");
    assertThat(cloud.missing(Need.parse("microversion volume 3.1").orElseThrow()))
        .contains("needs microversion volume 3.1 but the highest is unknown");
  }
}
