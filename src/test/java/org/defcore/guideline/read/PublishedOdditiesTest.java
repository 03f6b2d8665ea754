package org.defcore.guideline.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.defcore.guideline.Finding;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Roots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oddities of the published files. */
class PublishedOdditiesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          2015.03 | "compute-flavors" has no tests                 | 1
          2015.04 | is in no component                             | 3
          2015.07 | this id is also that of                        | 5
          2015.07 | expected a code such as D400                   | 5
          2016.01 | : read without the rest                        | 29
          2016.01 | "objectstore-object-access" has no tests       | 1
          2016.08 | this id is also that of                        | 5
          2016.08 | "images-v2-import" is in no component          | 1
          2017.01 | this test is also in capability                | 61
          2017.01 | NEED_TEST/idempotent_id: expected id-<uuid> but found the stand-in "" | 1
          2017.01 | this id is also that of                        | 6
          2017.09 | this test is also in capability                | 59
          2017.09 | this id is also that of                        | 2
          2018.02 | this test is also in capability                | 57
          2018.02 | left out                                       | 2
          2018.11 | this test is also in capability                | 59
          2019.06 | this test is also in capability                | 59
          2019.11 | this test is also in capability                | 2
          2020.06 | this test is also in capability                | 2
          2020.06 | expected the key "achievements"                | 2
          2020.06 | expected the key "description"                 | 1
          2020.06 | /capabilities/images-v2-import/required_since: expected a guideline such as 2016.08 but found "" | 1
          2020.06 | expected keys of criteria as achievements but found "" | 1
          next    | left out                                       | 14
          dns.2020.06 | expected "id-" before the UUID             | 10
          orchestration.2018.11 | /metadata/os_trademark_approval/target_approval: expected a date | 1
          orchestration.2018.02 | /metadata/id: expected "orchestration.2018.02" as the file is named but found "orchestration.next" | 1
          """)
  void originalHasTheOddity(String name, String oddity, int times) {
    List<Finding> findings = Roots.ORIGINALS.library().inspect(name).findings();

    assertThat(findings).filteredOn(it -> it.toString().contains(oddity)).hasSize(times);
    assertThat(findings).allMatch(it -> it.severity() == Finding.Severity.ODDITY);
  }

  @ParameterizedTest
  @CsvSource({"2017.01,4", "2017.09,3", "2018.02,3"})
  void aliasesThatAreNamesOfTestsAreReported(String name, int different) {
    List<Finding> findings = Roots.ORIGINALS.library().inspect(name).findings();

    assertThat(
            findings.stream()
                .filter(it -> it.message().startsWith("the alias"))
                .map(PublishedOdditiesTest::alias)
                .distinct())
        .hasSize(different);
  }

  @Test
  void orphansOf202006DoNotCount() {
    Guideline guideline = Roots.ORIGINALS.library().find("2020.06");

    assertThat(guideline.requirements(guideline.target("platform").orElseThrow()))
        .extracting(it -> it.capability().name())
        .doesNotContain("images-v2-import");
    assertThat(guideline.capabilities()).containsKey("images-v2-import");
  }

  private static String alias(Finding finding) {
    return finding.message().contains("own name") ? finding.pointer() : finding.message();
  }
}
