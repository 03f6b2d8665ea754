package org.defcore.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.defcore.client.Wanted;
import org.defcore.client.compute.KeyPair;
import org.defcore.http.UnexpectedAnswer;
import org.defcore.http.message.Recording;
import org.defcore.kit.resource.ResourceKind;
import org.defcore.result.Fact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Fields in answers that nobody declared. */
@ExtendWith(BenchExtension.class)
class ExtraAttributesTest {

  private final Workbench bench;

  ExtraAttributesTest(Workbench bench) {
    this.bench = bench;
  }

  /** A key pair that tests share. */
  private record SharedKey() implements SharedFixture<String> {

    @Override
    public String title() {
      return "a key pair";
    }

    @Override
    public String make(Cloud cloud, Cleanup cleanup, Poll poll) {
      KeyPair.Created made =
          cleanup.create(
              ResourceKind.KEY_PAIR,
              "run-7-keypair-1",
              () -> cloud.member().compute().keyPairs().create(Wanted.named("run-7-keypair-1")),
              it -> "run-7-keypair-1");
      return made.toString();
    }
  }

  @BeforeEach
  void addFields() {
    bench.simulated.switchOn(
        List.of(
            "compute.keypairs.create.extra=/keypair/vendor:rack",
            "compute.keypairs.create.extra=vendor"));
  }

  @Test
  void fixtureIsMadeInSpiteOfThemAndTheyAreObserved() {
    assertThat(bench.cloud().shared(new SharedKey())).contains("run-7-keypair-1");

    assertThat(bench.bed.observed())
        .filteredOn(it -> it.name().startsWith("extra-attribute."))
        .extracting(Fact::name, Fact::source)
        .containsExactlyInAnyOrder(
            tuple("extra-attribute.keypair.vendor:rack", "POST /os-keypairs"),
            tuple("extra-attribute.keypair.vendor", "POST /os-keypairs"));
  }

  @Test
  void testsStayStrict() {
    assertThatThrownBy(
            () -> bench.cloud().member().compute().keyPairs().create(Wanted.named("mine")))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessageContaining("expected no such field");
    assertThat(bench.bed.observed()).isEmpty();
  }

  @Test
  void noteThatClaimsNothingFailsNoTestOverThem() {
    Recording recording = new Recording(Recording.Extras.NOTED);
    Cloud cloud = new Cloud(bench.bed, recording);

    cloud.noteIfTold(
        "key",
        "POST /os-keypairs",
        () -> {
          String made = cloud.member().compute().keyPairs().create(Wanted.named("k")).toString();
          return List.of(new Fact("key", made, "POST /os-keypairs"));
        });

    assertThat(recording.extras()).isEmpty();
    assertThat(bench.bed.observed())
        .extracting(Fact::name)
        .containsExactly(
            "extra-attribute.keypair.vendor", "extra-attribute.keypair.vendor:rack", "key");
  }

  @Test
  void fieldThatIsMissingStillBreaksAFixture() {
    bench.simulated.switchOn(List.of("compute.keypairs.create.drop=/keypair/name"));

    assertThatThrownBy(() -> bench.cloud().shared(new SharedKey()))
        .isInstanceOf(FixtureFailed.class);
  }
}
