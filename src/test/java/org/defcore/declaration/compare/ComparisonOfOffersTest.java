package org.defcore.declaration.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.declaration.compare.ComparedFact.Standing.MATCH;
import static org.defcore.declaration.compare.ComparedFact.Standing.MISMATCH;
import static org.defcore.declaration.compare.ComparedFact.Standing.UNOBSERVABLE;

import java.util.List;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.Declarations;
import org.defcore.declaration.compare.ComparedFact.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Declared operations and networks, compared with clouds that have or lack them. */
class ComparisonOfOffersTest {

  @Test
  void aRefusalProvesWhatIsNotOffered() {
    ComparedFact refused = row("Operation on servers: resize", Declarations.sound(), Facts.TRUE);
    assertThat(refused.standing()).isEqualTo(MATCH);
    assertThat(refused.observed()).isEqualTo("403 Policy doesn't allow it");
    assertThat(refused.source()).isEqualTo("GET /refused.resize");

    ComparedFact silent =
        row(
            "Operation on servers: resize",
            Declarations.sound(),
            Facts.TRUE.without("refused.resize"));
    assertThat(silent.standing()).isEqualTo(UNOBSERVABLE);
  }

  @Test
  void aRefusalContradictsWhatIsOffered() {
    ComparedFact row =
        row(
            "Operation on servers: suspend",
            Declarations.sound(),
            Facts.TRUE.with("refused.suspend", "409 no such thing"));

    assertThat(row.declared()).isEqualTo("offered");
    assertThat(row.standing()).isEqualTo(MISMATCH);
    assertThat(row.why()).isEqualTo("A test that makes use of it failed.");
  }

  @Test
  void operationsThatNobodyRefusedShareARow() {
    List<ComparedFact> compared =
        DeclarationComparison.of(
            Declarations.sound(), Facts.TRUE.with("refused.suspend", "409 no such thing").list());

    assertThat(compared)
        .extracting(ComparedFact::what)
        .contains(
            "Other operations on servers: create-image, reboot-soft, reboot-hard, rebuild,"
                + " stop-start, change-password, attach-volume, guest-login");
  }

  @ParameterizedTest
  @CsvSource({
    "floating-ip, 1, 0, 0, MATCH, There is an external network to lend addresses from.",
    "floating-ip, 0, 1, 1, MISMATCH,"
        + " The project sees no external network that could lend it addresses.",
    "provider, 0, 1, 0, MATCH, The provider shares a network with the project.",
    "provider, 1, 0, 1, UNOBSERVABLE,"
        + " Whether the provider made that network for it cannot be seen.",
    "provider, 1, 0, 0, MISMATCH, The project sees no network that servers could be plugged into.",
    "default-network, 0, 0, 1, MATCH, A server can be plugged into one that stands ready.",
    "default-network, 1, 0, 0, MISMATCH,"
        + " 'No network stands ready, and none is made on demand.'"
  })
  void networksTellTheModel(
      String model, String external, String shared, String own, Standing standing, String why) {
    ComparedFact row =
        row(
            "Network model",
            Declarations.reading("model: floating-ip", "model: " + model),
            Facts.TRUE
                .with("network.external.count", external)
                .with("network.shared.count", shared)
                .with("network.own.count", own));

    assertThat(row.observed())
        .isEqualTo("networks: %s external, %s shared, %s own".formatted(external, shared, own));
    assertThat(row.standing()).isEqualTo(standing);
    assertThat(row.why()).isEqualTo(why);
  }

  @Test
  void aNetworkCanBeMadeOnDemand() {
    Facts facts =
        Facts.TRUE
            .with("network.own.count", "0")
            .with("network.extension.auto-allocated-topology", "Auto Allocated Topology Services");

    assertThat(
            row(
                    "Network model",
                    Declarations.reading("model: floating-ip", "model: default-network"),
                    facts)
                .standing())
        .isEqualTo(MATCH);
  }

  @ParameterizedTest
  @CsvSource({"true, 2, MATCH", "true, 0, UNOBSERVABLE", "false, 2, MISMATCH", "false, 0, MATCH"})
  void subnetsTellOfIpv6(String declared, String subnets, Standing standing) {
    ComparedFact row =
        row(
            "IPv6 addresses for servers",
            Declarations.reading("ipv6: true", "ipv6: " + declared),
            Facts.TRUE.with("network.subnet.ipv6.count", subnets));

    assertThat(row.observed()).isEqualTo("IPv6 subnets: " + subnets);
    assertThat(row.standing()).isEqualTo(standing);
  }

  private static ComparedFact row(String what, Declaration declaration, Facts facts) {
    return DeclarationComparisonTest.row(what, declaration, facts);
  }
}
