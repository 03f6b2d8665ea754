package org.defcore.declaration.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.declaration.compare.ComparedFact.Standing.MATCH;
import static org.defcore.declaration.compare.ComparedFact.Standing.MISMATCH;
import static org.defcore.declaration.compare.ComparedFact.Standing.UNOBSERVABLE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.Declarations;
import org.defcore.declaration.compare.ComparedFact.Standing;
import org.defcore.declaration.read.DeclarationReader;
import org.defcore.result.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeclarationComparisonTest {

  @Test
  void everythingThatIsTrueAndCanBeSeenMatches() {
    List<ComparedFact> compared = DeclarationComparison.of(Declarations.sound(), Facts.TRUE.list());

    assertThat(compared).extracting(ComparedFact::standing).doesNotContain(MISMATCH);
    assertThat(compared)
        .filteredOn(it -> it.standing() == MATCH)
        .extracting(ComparedFact::what)
        .containsExactly(
            "OpenStack release, by its compute API",
            "OpenStack release, by its object-store API",
            "Service compute",
            "Microversions of compute",
            "Service network",
            "Service object-store",
            "Kind of servers, by the console log of one",
            "Kind of servers, by the hypervisor that a console log names",
            "Kind of servers, by the properties of the image",
            "Kernel that a server runs on",
            "Hypervisor or container engine",
            "Kinds of guest that boot",
            "CPU architectures",
            "Operation on servers: resize",
            "Network model",
            "IPv6 addresses for servers",
            "Object store",
            "Policy of compute: servers:resize");
  }

  @ParameterizedTest
  @MethodSource("org.defcore.declaration.Declarations#samples")
  void whatNothingToldIsUnobservable(Path sample) {
    List<ComparedFact> compared =
        DeclarationComparison.of(new DeclarationReader().read(sample), Facts.none().list());

    assertThat(compared)
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(it.standing()).isEqualTo(UNOBSERVABLE);
              assertThat(it.observed()).isEmpty();
              assertThat(it.source()).isEmpty();
              assertThat(it.why()).matches("[A-Z].*\\.");
            });
  }

  @ParameterizedTest
  @MethodSource("org.defcore.declaration.Declarations#samples")
  void everyReasonIsOneSentence(Path sample) {
    List<ComparedFact> compared =
        DeclarationComparison.of(new DeclarationReader().read(sample), Facts.TRUE.list());

    assertThat(compared)
        .allSatisfy(
            it -> {
              assertThat(it.why()).as(it.what()).matches("[A-Z].*\\.");
              assertThat(it.declared()).as(it.what()).isNotBlank();
              assertThat(it.observed().isEmpty()).as(it.what()).isEqualTo(it.source().isEmpty());
            });
  }

  @Test
  void orderOfFactsDoesNotCount() {
    List<Fact> backwards = new ArrayList<>(Facts.TRUE.list());
    Collections.reverse(backwards);

    assertThat(DeclarationComparison.of(Declarations.sound(), backwards))
        .isEqualTo(DeclarationComparison.of(Declarations.sound(), Facts.TRUE.list()));
  }

  @Test
  void namesTheCallAndWhatItTold() {
    assertThat(row("OpenStack release, by its compute API", Declarations.sound(), Facts.TRUE))
        .isEqualTo(
            new ComparedFact(
                "OpenStack release, by its compute API",
                "Zed",
                "2.93",
                MATCH,
                "GET /compute.microversion.max",
                "The API goes up to 2.93 in Zed."));
  }

  @Test
  void saysWhyARunCouldNotLearnIt() {
    Facts facts =
        Facts.TRUE
            .without("compute.microversion.max")
            .with("compute.versions.unavailable", "GET /: expected 200 or 300 but found 503");

    assertThat(row("Microversions of compute", Declarations.sound(), facts).why())
        .isEqualTo("The run could not learn it: GET /: expected 200 or 300 but found 503.");
  }

  @ParameterizedTest
  @CsvSource({
    "2.1, 2.93, MATCH, The service announces exactly these.",
    "2.1, 2.90, MISMATCH, The service announces others.",
    "2.0, 2.93, MISMATCH, The service announces others."
  })
  void holdsMicroversionsToWhatIsAnnounced(String min, String max, Standing standing, String why) {
    ComparedFact row =
        row(
            "Microversions of compute",
            Declarations.sound(),
            Facts.TRUE.with("compute.microversion.min", min).with("compute.microversion.max", max));

    assertThat(row.observed()).isEqualTo(min + " to " + max);
    assertThat(row.standing()).isEqualTo(standing);
    assertThat(row.why()).isEqualTo(why);
  }

  @Test
  void servicesStandInTheCatalogue() {
    Facts facts = Facts.TRUE.with("catalogue.types", "compute identity object-store volumev3");

    ComparedFact missing = row("Service network", Declarations.sound(), facts);
    assertThat(missing.standing()).isEqualTo(MISMATCH);
    assertThat(missing.why()).isEqualTo("The catalogue that a login returns does not have it.");
    ComparedFact silent = row("Service volume", Declarations.sound(), facts);
    assertThat(silent.declared()).isEqualTo("not offered");
    assertThat(silent.standing()).isEqualTo(MISMATCH);
    assertThat(silent.why())
        .isEqualTo("The catalogue has it, and the declaration is silent on it.");
  }

  @ParameterizedTest
  @CsvSource({"volume", "volumev2", "volumev3", "block-storage", "block-store"})
  void volumesHaveManyNames(String type) {
    Declaration declaration =
        Declarations.reading(
            "service: network, project: neutron", "service: volume, project: cinder");

    assertThat(
            row("Service volume", declaration, Facts.TRUE.with("catalogue.types", type)).standing())
        .isEqualTo(MATCH);
  }

  @Test
  void aLoginIsAnAnswerOfIdentity() {
    Declaration declaration =
        Declarations.reading(
            "service: network, project: neutron", "service: identity, project: keystone");

    ComparedFact row =
        row("Service identity", declaration, Facts.TRUE.with("catalogue.types", "compute"));

    assertThat(row.standing()).isEqualTo(MATCH);
    assertThat(row.why()).isEqualTo("It let a user log in.");
  }

  @ParameterizedTest
  @CsvSource({
    "2.30.1, MATCH, The service tells this version.",
    "2.30.0, MISMATCH, The service tells another version."
  })
  void swiftTellsItsVersion(String version, Standing standing, String why) {
    ComparedFact row =
        row(
            "Object store",
            Declarations.reading(
                "implementation: Swift, version: \"2.30.1\"",
                "implementation: OpenStack Swift, version: \"2.30.1-0+deb12u3\""),
            Facts.TRUE.with("object-store.swift.version", version));

    assertThat(row.observed()).isEqualTo("Swift " + version);
    assertThat(row.standing()).isEqualTo(standing);
    assertThat(row.why()).isEqualTo(why);
  }

  @Test
  void whatIsNotSwiftTellsNoVersionOfIt() {
    Declaration ceph =
        Declarations.reading("implementation: Swift", "implementation: Ceph Object Gateway");

    assertThat(row("Object store", ceph, Facts.TRUE).why())
        .isEqualTo("The service tells a version as Swift does.");
    assertThat(row("Object store", ceph, Facts.TRUE).standing()).isEqualTo(MISMATCH);
    assertThat(
            row("Object store", ceph, Facts.TRUE.without("object-store.swift.version")).standing())
        .isEqualTo(UNOBSERVABLE);
  }

  @Test
  void gatewayOfCephTellsItsOwnVersionWhichIsNoSignOfARelease() {
    Declaration ceph =
        Declarations.reading(
            "implementation: Swift, version: \"2.30.1\"",
            "implementation: Ceph Object Gateway, version: \"18.2.4\"");
    Facts told = Facts.TRUE.with("object-store.swift.version", "18.2.4");

    assertThat(row("Object store", ceph, told).standing()).isEqualTo(MATCH);
    assertThat(row("Object store", ceph, told).observed()).isEqualTo("18.2.4");
    assertThat(row("Object store", Declarations.sound(), told).standing()).isEqualTo(MISMATCH);
    assertThat(ReleaseSign.in(new ObservedFacts(told.list())))
        .extracting(ReleaseSign::word)
        .doesNotContain("object-store");
  }

  @Test
  void countsPatchesAndNamesDrivers() {
    List<ComparedFact> compared = DeclarationComparison.of(Declarations.sound(), Facts.TRUE.list());

    assertThat(compared)
        .extracting(it -> it.what() + ": " + it.declared() + ": " + it.why())
        .contains(
            "Product: Acme, Acme Cloud 1.2: No answer of an OpenStack API names vendor or product.",
            "Code of compute: nova 26.1.0, no patches: It needs a look at the installed packages.",
            "Drivers of compute: libvirt: It needs admin rights.",
            "Code of network: neutron 21.0.0, 1 patch: It needs a look at the installed packages.",
            "Designated section of swift: proxy: modified: It needs a look at the installed code.")
        .noneMatch(it -> it.startsWith("Drivers of network"));
  }

  static ComparedFact row(String what, Declaration declaration, Facts facts) {
    return DeclarationComparison.of(declaration, facts.list()).stream()
        .filter(it -> it.what().equals(what))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row " + what));
  }
}
