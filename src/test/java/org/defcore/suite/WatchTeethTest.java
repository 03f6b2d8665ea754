package org.defcore.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.defcore.result.remark.RemarkKind;
import org.defcore.runner.Selection;
import org.defcore.runner.SimulatedRun;
import org.defcore.runner.SimulatedRun.Ended;
import org.defcore.runner.SimulatedSession;
import org.defcore.suite.RemarksByDefect.Part;
import org.defcore.suite.RemarksByDefect.Told;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that the watch tells the defects of a cloud, each at its place, and nothing else. On
 * clouds without any it is silent by {@link SuiteByKindTest}.
 */
@TestInstance(Lifecycle.PER_CLASS)
class WatchTeethTest {

  private final SimulatedSession session;

  WatchTeethTest(@TempDir Path dir) {
    this.session = new SimulatedSession(dir);
  }

  @ParameterizedTest
  @MethodSource("org.defcore.suite.RemarksByDefect#parts")
  void defectsAreTold(Part part) throws IOException {
    List<String> tests =
        SimulatedRun.implemented().stream()
            .filter(id -> part.tests().stream().anyMatch(id::startsWith))
            .toList();
    Set<Told> expected =
        part.rows().stream()
            .map(RemarksByDefect.Row::told)
            .collect(Collectors.toCollection(LinkedHashSet::new));

    Ended ended = session.run(new Selection(tests, List.of(), List.of()), part.defects());

    assertThat(tests).hasSameSizeAs(part.tests());
    assertThat(ended.record().remarks().stream().map(Told::of))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void eachKindIsToldOfTwoDefects() throws IOException {
    Map<String, Set<String>> defects =
        RemarksByDefect.parts().stream()
            .flatMap(it -> it.rows().stream())
            .collect(
                Collectors.groupingBy(
                    it -> it.told().kind(),
                    Collectors.mapping(RemarksByDefect.Row::defect, Collectors.toSet())));

    assertThat(Arrays.stream(RemarkKind.values()).map(RemarkKind::word))
        .allSatisfy(it -> assertThat(defects.get(it)).as(it).hasSizeGreaterThanOrEqualTo(2));
  }

  @AfterAll
  void end() {
    session.close();
  }
}
