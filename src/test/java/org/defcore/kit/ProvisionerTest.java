package org.defcore.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.clouds.OpenStack4j;
import org.defcore.http.UnexpectedAnswer;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BenchExtension.class)
class ProvisionerTest {

  private final Workbench bench;
  private final Recording recording = new Recording();
  private final Cleanup cleanup;
  private final Provisioner provisioner;

  ProvisionerTest(Workbench bench) {
    this.bench = bench;
    this.cleanup = bench.bed.cleanup(recording);
    this.provisioner = provisioner(Optional.empty());
  }

  private Provisioner provisioner(Optional<String> volumeType) {
    return new Provisioner(new OpenStack4j(bench.session), recording, cleanup, volumeType);
  }

  @Test
  void volumeIsOfTheChosenType() {
    provisioner.volume("usual", 1, Map.of());
    provisioner(Optional.of("__DEFAULT__")).volume("chosen", 1, Map.of());

    assertThat(recording.exchanges())
        .extracting(it -> it.requestBody().contains("\"volume_type\" : \"__DEFAULT__\""))
        .containsExactly(false, true);
    cleanup.runAll(TestEnd.PASSED);
  }

  @Test
  void whatItMakesIsInTheLedgerAndIsRemoved() {
    provisioner.keyPair("key");
    provisioner.keyPair("own", GuestKey.generate().publicLine());
    String volume = provisioner.volume("data", 1, Map.of("kind", "source"));
    String group = provisioner.securityGroup("web");
    String network = provisioner.network("net");
    String subnet = provisioner.subnet("sub", network, "10.7.0.0/24");
    String port = provisioner.port("plug", network);

    assertThat(Ledger.outstanding(bench.ledgerFile))
        .extracting(Ledger.Entry::toString)
        .containsExactly(
            "key-pair key",
            "key-pair own",
            "volume " + volume + " (data)",
            "security-group " + group + " (web)",
            "network " + network + " (net)",
            "subnet " + subnet + " (sub)",
            "port " + port + " (plug)");
    assertThat(bench.simulated.resources()).hasSize(7);
    cleanup.runAll(TestEnd.PASSED);

    assertThat(bench.simulated.resources()).isEmpty();
    assertThat(bench.bed.leaks().all()).isEmpty();
    assertThat(Ledger.outstanding(bench.ledgerFile)).isEmpty();
  }

  @Test
  void eachCallIsInTheEvidence() {
    provisioner.keyPair("key");

    assertThat(recording.exchanges())
        .singleElement()
        .satisfies(
            it -> assertThat(it.method()).isEqualTo("POST"),
            it -> assertThat(it.uri()).endsWith("/os-keypairs"),
            it -> assertThat(it.requestBody()).contains("\"name\" : \"key\""));
  }

  @Test
  void refusalIsAnUnexpectedAnswerThatNamesCallAndExchange() {
    bench.simulated.switchOn(List.of("volume.volumes.create.status=413"));

    assertThatThrownBy(() -> provisioner.volume("data", 1, Map.of()))
        .isInstanceOfSatisfying(
            UnexpectedAnswer.class,
            it -> assertThat(List.of(it.status(), it.exchange())).containsExactly(413, last()))
        .hasMessageMatching("POST \\S+/volumes: expected a volume but found 413 \\(req-\\S+\\)");
    cleanup.runAll(TestEnd.BROKE);

    assertThat(bench.time.pauses).as("a refused request leaves nothing behind").isEmpty();
  }

  @Test
  void missingAnswerOfOpenstack4jIsOneToo() {
    bench.simulated.switchOn(List.of("compute.keypairs.create.status=404"));

    assertThatThrownBy(() -> provisioner.keyPair("key"))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessageContaining("expected a key-pair but found 404");
  }

  @Test
  void answerWithoutAnIdIsFoundByItsNameAndRemoved() {
    bench.simulated.switchOn(List.of("network.security-groups.create.drop=/security_group/id"));

    assertThatThrownBy(() -> provisioner.securityGroup("web"))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessageContaining("expected a security-group but found 201 without one");
    cleanup.runAll(TestEnd.BROKE);

    assertThat(bench.simulated.resources()).isEmpty();
  }

  private int last() {
    List<Exchange> exchanges = recording.exchanges();
    return exchanges.size() - 1;
  }
}
