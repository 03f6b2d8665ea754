package org.defcore.guideline.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.defcore.guideline.Annex;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Roots;
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;
import org.defcore.guideline.TestSelection;
import org.defcore.guideline.TestSelection.Aliases;
import org.defcore.guideline.TestSelection.Flagged;
import org.defcore.guideline.library.GuidelineLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts of every published guideline, as RefStack counted them and with each test once. */
class GoldenCountsTest {

  private static final TestSelection REQUIRED =
      new TestSelection(Set.of(Status.REQUIRED), Flagged.INCLUDE, Aliases.OMIT);

  /** Capabilities, entries, flagged entries, and last the different tests that count. */
  private static final String COUNTS =
      """
      2015.03 platform 10 127 9 118
      2015.03 compute 9 112 9 103
      2015.03 object 1 15 0 15
      2015.04 platform 10 127 51 76
      2015.04 compute 9 112 48 64
      2015.04 object 1 15 3 12
      2015.05 platform 11 128 33 95
      2015.05 compute 10 113 31 82
      2015.05 object 1 15 2 13
      2015.07 platform 46 129 31 93
      2015.07 compute 37 114 29 80
      2015.07 object 11 17 2 15
      2016.01 platform 44 124 28 91
      2016.01 compute 35 111 28 78
      2016.01 object 10 14 0 14
      2016.08 platform 56 228 17 206
      2016.08 compute 48 215 17 193
      2016.08 object 9 14 0 14
      2017.01 platform 63 262 33 224
      2017.01 compute 48 214 15 194
      2017.01 object 16 49 18 31
      2017.09 platform 68 259 29 230
      2017.09 compute 52 208 13 195
      2017.09 object 17 52 16 36
      2018.02 platform 84 337 20 263
      2018.02 compute 68 285 20 212
      2018.02 object 17 53 0 52
      2018.11 platform 75 283 11 270
      2018.11 compute 57 225 11 214
      2018.11 object 19 59 0 57
      2019.06 platform 78 286 11 273
      2019.06 compute 60 228 11 217
      2019.06 object 20 60 0 58
      2019.11 platform 78 286 11 273
      2019.11 compute 60 228 11 217
      2019.11 object 20 60 0 58
      2020.06 platform 78 286 11 273
      2020.06 compute 60 228 11 217
      2020.06 object 20 60 0 58
      2022.11 platform 82 330 0 328
      2022.11 compute 62 267 0 267
      2022.11 object 22 65 0 63
      2026.11 platform 78 286 9 275
      2026.11 compute 60 228 9 219
      2026.11 object 20 60 0 58
      scs-0128 scs-0128 62 258 0 258
      next platform 75 283 11 270
      next compute 57 225 11 214
      next object 19 59 0 57
      dns.2018.02 dns 2 10 0 10
      dns.2018.11 dns 2 10 0 10
      dns.2019.06 dns 2 10 0 10
      dns.2019.11 dns 2 10 0 10
      dns.2020.06 dns 2 10 0 10
      dns.next dns 0 0 0 0
      orchestration.2018.02 orchestration 16 39 0 39
      orchestration.2018.11 orchestration 23 60 0 60
      orchestration.2019.06 orchestration 23 60 0 60
      orchestration.2019.11 orchestration 23 60 0 60
      orchestration.2020.06 orchestration 23 60 0 60
      orchestration.next orchestration 0 0 0 0
      nfv.next nfv 52 208 13 195
      """;

  /** The draft, and what was made of lists, is ours alone. */
  private static Stream<String> counted(Roots root) {
    return COUNTS
        .lines()
        .filter(it -> root == Roots.OURS || !it.matches("(2026.11|2022.11|scs-0128) .*"));
  }

  static Stream<Arguments> counts() {
    return Arrays.stream(Roots.values())
        .flatMap(root -> counted(root).map(line -> Arguments.of(root, line)));
  }

  @ParameterizedTest
  @MethodSource("counts")
  void countsAsThePublishedGuidelineDoes(Roots root, String line) {
    String[] words = line.split(" ", -1);
    Guideline guideline = root.library().find(words[0]);
    Target target = guideline.target(words[1]).orElseThrow();

    List<TestSelection.Entry> entries = REQUIRED.entries(guideline, target);
    String counted =
        String.join(
            " ",
            words[0],
            words[1],
            String.valueOf(
                guideline.requirements(target).stream()
                    .filter(it -> it.status() == Status.REQUIRED)
                    .count()),
            String.valueOf(entries.size()),
            String.valueOf(entries.stream().filter(it -> it.test().flagged()).count()),
            String.valueOf(TestSelection.counted().tests(guideline, target).size()));

    assertThat(counted).isEqualTo(line);
  }

  @ParameterizedTest
  @EnumSource
  void everyFileOfTheLibraryIsInTheTable(Roots root) {
    Set<String> named =
        Set.copyOf(counted(root).map(it -> it.substring(0, it.indexOf(' '))).toList());

    assertThat(root.library().list())
        .extracting(GuidelineLibrary.Entry::name)
        .containsExactlyInAnyOrderElementsOf(named);
  }

  @ParameterizedTest
  @EnumSource
  void everyFileOfTheLibraryIsUsable(Roots root) {
    assertThat(root.library().list())
        .filteredOn(it -> it.guideline().isEmpty())
        .extracting(GuidelineLibrary.Entry::findings)
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void orchestrationHadSevenAdvisoryCapabilitiesAtFirst(Roots root) {
    Guideline guideline = root.library().find("orchestration.2018.02");

    assertThat(guideline.requirements(guideline.targets().get(0)))
        .filteredOn(it -> it.status() == Status.ADVISORY)
        .hasSize(7);
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatStandsBesideTheCapabilities(Roots root) {
    Guideline guideline = root.library().find("2020.06");
    Annex annex = guideline.annex();

    assertThat(guideline.approval()).isEqualTo("approved");
    assertThat(guideline.replaces()).contains("2019.11");
    assertThat(guideline.releases()).containsExactly("stein", "train", "ussuri", "victoria");
    assertThat(annex.targetApproval()).contains("2020.06");
    assertThat(annex.cutoff()).contains(74);
    assertThat(annex.criteria()).hasSize(12);
    assertThat(annex.criteria().stream().mapToInt(Annex.Criterion::weight).sum()).isEqualTo(100);
    assertThat(annex.testRepositories())
        .extracting(Annex.TestRepository::reference)
        .containsExactly("d43223773d75d2e82fb33a1281038e611c41d0f3");
    assertThat(annex.designations())
        .filteredOn(it -> it.project().equals("keystone"))
        .extracting(Annex.Designation::status, Annex.Designation::components)
        .containsExactly(tuple("required", List.of("os_powered_compute", "os_powered_storage")));
    assertThat(guideline.capabilities().get("compute-list-api-versions").requiredSince())
        .contains("2016.08");
  }

  @Test
  void capabilitiesThatNeedAdminAreThoseOfLayerThreeNetworking() {
    Guideline guideline = Roots.ORIGINALS.library().find("2020.06");

    assertThat(guideline.capabilities().values())
        .filteredOn(Capability::admin)
        .extracting(Capability::name)
        .containsExactlyInAnyOrder("networks-l3-CRUD", "networks-l3-router");
  }
}
