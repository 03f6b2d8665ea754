package org.defcore.desk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.result.Outcome.ERROR;
import static org.defcore.result.Outcome.FAILED;
import static org.defcore.result.Outcome.FLAKY;
import static org.defcore.result.Outcome.PASSED;
import static org.defcore.result.Outcome.SKIPPED;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.defcore.OwnFiles;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Flag;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.Requirement;
import org.defcore.guideline.Status;
import org.defcore.store.SmallRuns;
import org.defcore.store.Store;
import org.defcore.store.StoredCloud;
import org.defcore.store.kit.StoreKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdoptionTest {

  private static final String HEADS = "capability,status,tests,";
  private static final String NUMBERS = "clouds,all,some,none,not_tested,vendors\n";

  private static final Flag FLAG = new Flag(Optional.empty(), "", "", Optional.empty());

  @TempDir private Path work;

  private String csv(Optional<Adoption.Trait> by, SmallRuns.Adding adding) {
    try (Store store = Store.open(StoreKind.H2.in(work, AdoptionTest.class))) {
      SmallRuns.in(store, adding);
      return new Adoption(
              store,
              OwnFiles.CATALOGUE,
              List.of(
                  new Requirement(capability("first", 2), Status.REQUIRED),
                  new Requirement(capability("second", 3), Status.ADVISORY)))
          .rows(by)
          .csv();
    }
  }

  /** A capability with tests from 1 to that one, and flagged ones up to 3. */
  private static Capability capability(String name, int last) {
    return new Capability(
        name,
        "",
        "nova",
        false,
        List.of(),
        Optional.empty(),
        IntStream.rangeClosed(1, 3)
            .mapToObj(
                it ->
                    new GuidelineTest(
                        "test" + it,
                        Optional.of(SmallRuns.id(it)),
                        List.of(),
                        it > last ? Optional.of(FLAG) : Optional.empty()))
            .toList());
  }

  private static StoredCloud cloud(String vendor, int number) {
    return new StoredCloud(vendor, vendor, "cloud" + number, "https://" + number, "");
  }

  @Test
  void cloudsAreCountedByTheTestsThatPassed() {
    assertThat(
            csv(
                Optional.empty(),
                it ->
                    it.add(cloud("Acme", 1), "2026-01-01", "1", PASSED, FLAKY, FAILED)
                        .add(cloud("Acme", 2), "2026-01-01", "1", PASSED, PASSED, PASSED)
                        .add(cloud("Box", 3), "2026-01-01", "1", PASSED, SKIPPED, PASSED)
                        .add(cloud("Box", 4), "2026-01-01", "1", FAILED, SKIPPED, SKIPPED)
                        .add(cloud("Cask", 5), "2026-01-01", "1", ERROR)))
        .isEqualTo(
            HEADS + NUMBERS + "first,required,2,5,2,1,1,1,1\n" + "second,advisory,3,5,1,2,1,1,1\n");
  }

  @Test
  void cloudsAreCountedApart() {
    SmallRuns.Adding adding =
        it ->
            it.add(cloud("Acme", 1), "2026-01-01", "1", PASSED, PASSED)
                .add(cloud("Acme", 2), "2026-01-01", "1", FAILED, FAILED)
                .add(cloud("Zonewright", 3), "2026-01-01", "1", PASSED, FAILED);

    assertThat(csv(Optional.of(Adoption.Trait.VENDOR), adding))
        .startsWith(
            HEADS
                + "vendor,"
                + NUMBERS
                + "first,required,2,Acme,2,1,0,1,0,1\n"
                + "first,required,2,Zonewright,1,0,1,0,0,0\n");
  }

  @Test
  void kindIsTheDeclaredOne() {
    assertThat(
            csv(
                Optional.of(Adoption.Trait.KIND),
                it -> it.add(cloud("Zonewright", 3), "2026-01-01", "1", PASSED, PASSED)))
        .contains("first,required,2,zone,1,1,0,0,0,1\n");
  }

  @Test
  void storeMayBeEmpty() {
    assertThat(csv(Optional.empty(), it -> {})).contains("first,required,2,0,0,0,0,0,0\n");
  }
}
