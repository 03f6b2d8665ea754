package org.defcore.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.defcore.OwnFiles;
import org.defcore.capability.Catalogue;
import org.defcore.capability.CatalogueEntry;
import org.defcore.capability.Need;
import org.defcore.guideline.TestId;
import org.defcore.runner.ImplementedTest;
import org.defcore.runner.SuiteIndex;

/**
 * The demands of each test's code, compared with its needs in the catalogue. The code is that of
 * {@link org.defcore.ArchitectureTest}, and is read once for both.
 */
@AnalyzeClasses(packages = "org.defcore", importOptions = DoNotIncludeTests.class)
class NeedsOfTestsTest {

  /** Test, need, and the file whose code asks for it. */
  private static final String FORGOTTEN =
      """
      e36c0eaa-dff5-4082-ad1f-3f9a80aa3f59 | flavor          | ComputeServiceConformance.java
      e36c0eaa-dff5-4082-ad1f-3f9a80aa3f59 | service compute | ComputeServiceConformance.java
      1499262a-9328-4eda-9068-db1ac57498d2 | second-flavor   | ServerChangesConformance.java
      1499262a-9328-4eda-9068-db1ac57498d2 | image           | ServerRequests.java
      86128d46-e170-4644-866a-cc487f699e1d | second-project  | TokensConformance.java
      86128d46-e170-4644-866a-cc487f699e1d | password        | TokensConformance.java
      cbc0f52f-05aa-492b-bdc1-84b575ca294b | guest-access    | ReachableServer.java
      3731d080-d4c5-4872-b41a-64d0d0021314 | service image   | SnapshotsConformance.java
      614910ba-2f1f-40f9-8278-59fd61a5f634 | microversion compute 2.47 | ComputeClient.java
      """;

  private final Catalogue catalogue = OwnFiles.CATALOGUE;
  private final SuiteIndex suite = SuiteIndex.read();

  @ArchTest
  void catalogueHasEveryNeedOfEveryTest(JavaClasses code) {
    AskedNeeds asked = new AskedNeeds(code);
    assertThat(suite.all())
        .isNotEmpty()
        .flatExtracting(it -> forgotten(asked, it, need -> true))
        .isEmpty();
  }

  @ArchTest
  void needThatIsForgottenIsNamedWithItsTestAndItsPlace(JavaClasses code) {
    AskedNeeds asked = new AskedNeeds(code);
    for (String line : FORGOTTEN.lines().toList()) {
      String[] row = line.split(" +\\| ", 3);
      ImplementedTest test = suite.find(TestId.of(row[0])).orElseThrow();

      List<String> forgotten = forgotten(asked, test, it -> !it.toString().equals(row[1]));

      assertThat(forgotten)
          .as(line)
          .singleElement()
          .asString()
          .startsWith(
              test.method().getDeclaringClass().getSimpleName() + "." + test.method().getName())
          .contains("(" + row[0] + ") asks for " + row[1] + " at (" + row[2] + ":")
          .endsWith("add it to its needs in capabilities/" + entry(test).service() + ".yaml");
    }
  }

  /**
   * Needs that a test asks for and does not list.
   *
   * @param left tells which needs of the catalogue are left to it
   */
  private List<String> forgotten(AskedNeeds asked, ImplementedTest test, Predicate<Need> left) {
    CatalogueEntry entry = entry(test);
    List<Need> listed = entry.needs().stream().filter(left).toList();
    List<String> forgotten = new ArrayList<>();
    asked
        .of(test.method())
        .forEach(
            (need, place) -> {
              if (!listed.contains(need)) {
                forgotten.add(
                    "%s.%s (%s) asks for %s at %s: add it to its needs in capabilities/%s.yaml"
                        .formatted(
                            test.method().getDeclaringClass().getSimpleName(),
                            test.method().getName(),
                            test.id(),
                            need,
                            place,
                            entry.service()));
              }
            });
    return forgotten;
  }

  private CatalogueEntry entry(ImplementedTest test) {
    return catalogue.entry(test.id()).orElseThrow();
  }
}
