package org.defcore.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.defcore.client.image.Image;
import org.defcore.kit.resource.ResourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clean-up after calls that a cloud may refuse. */
@ExtendWith(BenchExtension.class)
class RefusedCreationTest {

  private final Workbench bench;
  private final Cleanup cleanup;

  RefusedCreationTest(Workbench bench) {
    this.bench = bench;
    this.cleanup = bench.cleanup();
  }

  @Test
  void whatWasRefusedIsLookedForByItsNameAndNothingElse() {
    assertThat(
            cleanup.createUnlessRefused(
                ResourceKind.IMAGE, "run-7-image-1", Optional::<Image>empty, Image::id))
        .isEmpty();

    cleanup.runAll(TestEnd.PASSED);

    assertThat(bench.bed.leaks().all()).isEmpty();
    assertThat(Ledger.outstanding(bench.ledgerFile)).isEmpty();
  }

  @Test
  void whatWasMadeInSpiteOfARefusalIsRemoved() {
    cleanup.createUnlessRefused(
        ResourceKind.IMAGE,
        "made-all-the-same",
        () -> {
          bench.create("made-all-the-same");
          return Optional.<Image>empty();
        },
        Image::id);

    cleanup.runAll(TestEnd.PASSED);

    assertThat(bench.remains()).isEmpty();
  }

  @Test
  void whatWasNotRefusedIsRemovedByItsId() throws IOException {
    Optional<Image> made =
        cleanup.createUnlessRefused(
            ResourceKind.IMAGE, "accepted", () -> Optional.of(bench.create("accepted")), Image::id);

    assertThat(Files.readAllLines(bench.ledgerFile))
        .last()
        .asString()
        .contains(made.orElseThrow().id());
    cleanup.runAll(TestEnd.PASSED);
    assertThat(bench.remains()).isEmpty();
  }
}
