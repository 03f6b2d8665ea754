package org.defcore.declaration.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.declaration.compare.ComparedFact.Standing.MISMATCH;
import static org.defcore.declaration.compare.DeclarationComparisonTest.row;

import org.defcore.declaration.Declaration;
import org.defcore.declaration.Declarations;
import org.defcore.declaration.compare.ComparedFact.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The declared release beside what each service tells of it. */
class ReleaseRulesTest {

  @ParameterizedTest
  @CsvSource({
    "Zed, 2.93, MATCH, The API goes up to 2.93 in Zed.",
    "zed, 2.93, MATCH, The API goes up to 2.93 in Zed.",
    "Xena, 2.90, MATCH, 'The API goes up to 2.90 in Xena or Yoga.'",
    "2023.1, 2.95, MATCH, 'The API goes up to 2.95 in 2023.1 Antelope or 2023.2 Bobcat.'",
    "Antelope, 2.95, MATCH, 'The API goes up to 2.95 in 2023.1 Antelope or 2023.2 Bobcat.'",
    "Zed, 2.90, MISMATCH, 'The API of Zed goes up to 2.93, and this one to 2.90, as in Xena or Yoga.'",
    "Yoga, 2.93, MISMATCH, 'The API of Yoga goes up to 2.90, and this one to 2.93, as in Zed.'",
    "Zed, 2.94, MISMATCH,"
        + " 'The API of Zed goes up to 2.93, and this one to 2.94, as in no release known here.'",
    "Newton, 2.38, UNOBSERVABLE, Nothing is known here of a release called Newton.",
    "Zed, '', UNOBSERVABLE, 'The service was not asked, or announced no microversions.'"
  })
  void tellsTheReleaseByItsNewestMicroversion(
      String release, String newest, Standing standing, String why) {
    ComparedFact row =
        row(
            "OpenStack release, by its compute API",
            Declarations.reading("release: Zed", "release: " + release),
            Facts.TRUE.with("compute.microversion.max", newest));

    assertThat(row.standing()).isEqualTo(standing);
    assertThat(row.why()).isEqualTo(why);
  }

  @Test
  void tellsTheReleaseByVolumesToo() {
    Declaration declaration =
        Declarations.reading(
            "service: network, project: neutron", "service: volume, project: cinder");

    ComparedFact row =
        row(
            "OpenStack release, by its volume API",
            declaration,
            Facts.TRUE.with("volume.microversion.max", "3.68"));

    assertThat(row.standing()).isEqualTo(MISMATCH);
    assertThat(row.why())
        .isEqualTo("The API of Zed goes up to 3.70, and this one to 3.68, as in Yoga.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "identity | identity.versions | v3.13 | MISMATCH"
            + " | The API of Zed goes up to 3.14, and this one to 3.13, as in Train.",
        "identity | identity.versions | v2.0 v3.14 | MATCH"
            + " | The API goes up to 3.14 in Ussuri to 2026.1 Gazpacho.",
        "image | image.versions | v2.0 v2.17 | MISMATCH"
            + " | The API of Zed goes up to 2.15 or 2.16, and this one to 2.17, as in 2024.2"
            + " Dalmatian to 2026.1 Gazpacho.",
        "network | network.extension.port-mac-override | x | MATCH"
            + " | Its extension port-mac-override is in Zed to 2026.1 Gazpacho.",
        "network | network.extension.router-enable-snat | x | MISMATCH"
            + " | Zed has no extension router-enable-snat, which is in 2026.1 Gazpacho.",
        "object-store | object-store.swift.version | 2.29.2 | MISMATCH"
            + " | The API of Zed goes up to 2.30, and this one to 2.29, as in Yoga."
      })
  void tellsTheReleaseByTheOtherServicesToo(
      String service, String fact, String value, Standing standing, String why) {
    Declaration declaration =
        Declarations.reading(
            "services:\n",
            """
            services:
              - {service: identity, project: keystone, version: "22.0.0", patches: [], drivers: []}
              - {service: image, project: glance, version: "25.0.0", patches: [], drivers: []}
            """);

    ComparedFact row =
        row(
            "OpenStack release, by its " + service + " API",
            declaration,
            Facts.TRUE.with(fact, value));

    assertThat(row.standing()).isEqualTo(standing);
    assertThat(row.why()).isEqualTo(why);
  }
}
