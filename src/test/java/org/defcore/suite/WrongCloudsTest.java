package org.defcore.suite;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.defcore.OwnFiles;
import org.defcore.capability.CatalogueEntry;
import org.defcore.guideline.TestId;
import org.defcore.runner.SuiteIndex;
import org.defcore.suite.DefectsByTest.Pair;
import org.defcore.suite.DefectsByTest.WrongCloud;
import org.junit.jupiter.api.Test;

/**
 * Asks of every test which wrong cloud would pass it; {@code -Dgolden.update} writes the page of
 * the answers.
 */
class WrongCloudsTest {

  private static final String HEAD =
      """
      # Which wrong cloud would pass?

      The cheapest wrong cloud that comes near to passing each test, and what catches it: *itself*, the
      test by that defect (`capabilities/TEETH.md` has the outcome); another test by one; or nothing,
      where neither the test of the guideline asks for it nor the API reference promises it, or no API
      shows it. Of %d answers, %d are caught by the test itself, %d by another, %d by nothing.

      Made by `mvn test -Dtest=WrongCloudsTest -Dgolden.update` of the lines with a `#` in
      `src/test/resources/simcloud/defects-by-test.txt`.

      | test | wrong cloud | caught by |
      |---|---|---|
      """;

  private final List<WrongCloud> clouds;

  WrongCloudsTest() throws IOException {
    this.clouds = DefectsByTest.wrongClouds();
  }

  @Test
  void everyTestHasOneAnswer() {
    assertThat(clouds)
        .extracting(WrongCloud::test)
        .containsExactlyInAnyOrderElementsOf(
            SuiteIndex.read().claims().keySet().stream().map(TestId::toString).toList());
  }

  @Test
  void whatCatchesAWrongCloudIsALineOfTheList() throws IOException {
    assertThat(DefectsByTest.pairs())
        .containsAll(clouds.stream().filter(WrongCloud::isCaught).map(WrongCloud::pair).toList());
  }

  @Test
  void pageHasEveryAnswer() throws IOException {
    long itself = clouds.stream().filter(it -> it.isCaught() && isItself(it)).count();
    long caught = clouds.stream().filter(WrongCloud::isCaught).count();
    String head = HEAD.formatted(clouds.size(), itself, caught - itself, clouds.size() - caught);

    GoldenPage.assertSame(
        Path.of("capabilities/WRONG-CLOUDS.md"),
        clouds.stream()
            .sorted(Comparator.comparing(it -> label(it.test())))
            .map(it -> row(label(it.test()), it.cloud(), caughtBy(it)))
            .collect(joining("", head, "")));
  }

  private static String row(String test, String cloud, String caughtBy) {
    return "| %s | %s | %s |%n".formatted(test, GoldenPage.cell(cloud), GoldenPage.cell(caughtBy));
  }

  private static String caughtBy(WrongCloud cloud) {
    if (!cloud.isCaught()) {
      return cloud.caughtBy();
    }
    Pair pair = cloud.pair();
    return "%s: `%s`".formatted(isItself(cloud) ? "itself" : label(pair.test()), pair.defects());
  }

  private static boolean isItself(WrongCloud cloud) {
    return cloud.pair().test().equals(cloud.test());
  }

  private static String label(String test) {
    return entry(test).name().replaceFirst("^tempest\\.api\\.", "") + " " + test;
  }

  private static CatalogueEntry entry(String test) {
    return OwnFiles.CATALOGUE.entry(TestId.parse(test).orElseThrow()).orElseThrow();
  }
}
