package org.defcore.declaration.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.defcore.result.Fact;
import org.defcore.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservedReleaseTest {

  /** The release by facts like {@code compute.microversion.max=2.93}, apart by semicolons. */
  private static ObservedRelease release(String facts) {
    return ObservedRelease.of(
        Arrays.stream(facts.split("; "))
            .map(it -> it.split("=", -1))
            .map(it -> new Fact(it[0], it[1], "GET /"))
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "compute.microversion.max=2.93 | Zed",
        "compute.microversion.max=2.90 | Xena or Yoga",
        "compute.microversion.max=2.90; volume.microversion.max=3.68 | Yoga",
        "compute.microversion.max=2.90; image.versions=v2.0 v2.9 v2.12 | Xena",
        "compute.microversion.max=2.95; volume.microversion.max=3.70"
            + " | 2023.1 Antelope or 2023.2 Bobcat",
        "compute.microversion.max=2.87; identity.versions=v3.14 | Ussuri or Victoria",
        "compute.microversion.max=2.87; network.extension.address-group=x | Victoria",
        "volume.microversion.max=3.59; identity.versions=v3.13 | Train",
        "image.versions=v2.0 v2.9 | Train to Xena",
        "image.versions=v2.0 v2.15 | Yoga to 2024.1 Caracal",
        "identity.versions=v2.0 v3.14 | Ussuri to 2026.1 Gazpacho",
        "network.extension.port-mac-override=x; network.extension.address-group=x"
            + " | Zed to 2026.1 Gazpacho",
        "object-store.swift.version=2.30.1 | Zed",
        "object-store.swift.version=2.35.1.dev7 | 2025.1 Epoxy",
        "object-store.swift.version=2.350 | object-store answers like no release known here",
        "compute.microversion.max=2.93; object-store.swift.version=2.350"
            + " | Zed; object-store answers like no release known here",
        "image.id=x | ''",
        "compute.microversion.max= | ''",
        "identity.versions=v3 | ''",
        "network.extension.quotas=x; network.versions=v2.0 | ''"
      })
  void isWhatAllServicesFit(String facts, String words) {
    assertThat(release(facts).words()).isEqualTo(words);
    assertThat(release(facts).isContradictory()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "compute.microversion.max=2.95; volume.microversion.max=3.68; identity.versions=v3.14"
            + " | compute answers like 2023.1 Antelope or 2023.2 Bobcat, volume like Yoga",
        "compute.microversion.max=2.93; image.versions=v2.9"
            + " | compute answers like Zed, image like Train to Xena",
        "compute.microversion.max=2.93; network.extension.router-enable-snat=x"
            + " | compute answers like Zed, network like 2026.1 Gazpacho"
      })
  void servicesThatContradictEachOtherAreNamed(String facts, String words) {
    ObservedRelease release = release(facts);

    assertThat(release.isContradictory()).isTrue();
    assertThat(release.words()).isEqualTo(words);
    assertThat(release.fitting()).isEmpty();
    assertThat(release.single()).isEmpty();
  }

  @Test
  void isOneOnlyIfNoServiceSpeaksForAnother() {
    assertThat(release("compute.microversion.max=2.93").single())
        .hasValueSatisfying(it -> assertThat(it.number()).isEqualTo("Zed"));
    assertThat(release("compute.microversion.max=2.90").single()).isEmpty();
    assertThat(release("compute.microversion.max=2.93; volume.microversion.max=3.99").single())
        .isEmpty();
  }

  @Test
  void namesWhatToldIt() {
    assertThat(
            release(
                    "network.extension.port-mac-override=x; identity.versions=v3.14;"
                        + " image.versions=v2.0 v2.15; compute.microversion.max=2.93")
                .basis())
        .isEqualTo("compute 2.93, image 2.15, identity 3.14, network port-mac-override");
  }

  @Test
  void everyReleaseFitsWhatItsOwnCodeAnnounces() {
    for (UpstreamRelease release : UpstreamRelease.ALL) {
      List<Fact> facts = new ArrayList<>();
      for (Service service : UpstreamRelease.SERVICES) {
        List<String> own = release.of(service);
        assertThat(own).as(release.label()).doesNotHaveDuplicates();
        if (!own.isEmpty()) {
          facts.add(fact(service, own.get(own.size() - 1)));
        }
      }

      assertThat(facts).as(release.label()).hasSizeGreaterThanOrEqualTo(5);
      assertThat(ObservedRelease.of(facts).fitting()).as(release.label()).contains(release);
    }
    assertThat(UpstreamRelease.ALL).hasSize(18).doesNotHaveDuplicates();
  }

  private static Fact fact(Service service, String version) {
    String word = service.word();
    return switch (service) {
      case COMPUTE, VOLUME -> new Fact(word + ".microversion.max", version, "GET /");
      case OBJECT_STORE -> new Fact("object-store.swift.version", version + ".1", "GET /info");
      case NETWORK -> new Fact("network.extension." + version, "x", "GET /v2.0/extensions");
      default -> new Fact(word + ".versions", "v" + version, "GET /");
    };
  }
}
