package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.defcore.guideline.TestId;
import org.defcore.runner.SuiteIndex;
import org.defcore.simcloud.defect.Defect;
import org.defcore.suite.DefectsByTest;
import org.defcore.suite.DefectsByTest.Pair;
import org.junit.jupiter.api.Test;

/** The list of what each test of the suite has to catch, seen from the side of the cloud. */
final class DefectsByTestTest {

  // What corrected tests take for an answer; the suite has none yet of those that do not.
  private static final Set<String> DECLINES =
      Set.of(
          "volume.volumes.create.fails-to-fill",
          "volume.volumes.create.refuses-to-fill",
          "volume.volumes.upload-image.fails");

  // Not wrong: tests are skipped then.
  private static final String RESTRICTED = "dns.zones.create.restricted";

  @Test
  void everyLineIsATestAndOneOfItsDefects() throws Exception {
    List<String> lines = DefectsByTest.lines();

    assertThat(lines)
        .allMatch(
            it ->
                it.matches(
                    "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} (\\S+( ; \\S+)*|# [A-Z].+[^.] => .+[^.])"));
    assertThat(lines).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void everyTestOfTheSuiteHasSomethingToCatch() throws Exception {
    assertThat(DefectsByTest.pairs().stream().map(Pair::test).distinct())
        .containsExactlyInAnyOrderElementsOf(
            SuiteIndex.read().claims().keySet().stream().map(TestId::toString).toList());
  }

  @Test
  void everySpecialDefectIsForSomeTest() throws Exception {
    List<String> special =
        SimulatedCloud.defects().stream()
            .map(Defect::name)
            .filter(it -> !it.startsWith("<operation>"))
            .toList();

    assertThat(defects())
        .containsAll(
            special.stream()
                .filter(it -> !DECLINES.contains(it) && !it.equals(RESTRICTED))
                .toList());
  }

  private static Set<String> defects() throws IOException {
    Set<String> defects = new TreeSet<>();
    DefectsByTest.pairs().forEach(it -> defects.addAll(List.of(it.defects().split(" ; "))));
    return defects;
  }
}
