package org.defcore.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.result.Outcome.FAILED;
import static org.defcore.result.Outcome.PASSED;
import static org.defcore.verdict.Rules.entry;
import static org.defcore.verdict.Rules.id;
import static org.defcore.verdict.Rules.nameOnly;
import static org.defcore.verdict.Rules.result;

import java.util.List;
import java.util.Optional;
import org.defcore.capability.Basis;
import org.defcore.capability.CatalogueEntry;
import org.defcore.guideline.GuidelineTest;
import org.defcore.result.TestResult;
import org.junit.jupiter.api.Test;

final class ResultMatcherTest {

  @Test
  void renamedTestIsFoundById() {
    GuidelineTest old = test(1, "old_name");

    assertThat(find(old, List.of(), result(1, "new_name", PASSED)))
        .isEqualTo(new ResultMatcher.Found(Match.ID, Optional.of(result(1, "new_name", PASSED))));
  }

  @Test
  void idGoesBeforeName() {
    TestResult own = result(1, "new_name", PASSED);

    assertThat(find(test(1, "old_name"), List.of(), result(2, "old_name", FAILED), own).result())
        .contains(own);
  }

  @Test
  void testWithoutIdIsFoundByTheNameOfItsResult() {
    TestResult result = result(1, "test_x", PASSED);

    assertThat(find(nameOnly("test_x"), List.of(), result))
        .isEqualTo(new ResultMatcher.Found(Match.NAME, Optional.of(result)));
  }

  @Test
  void testWithoutIdIsFoundByANameThatTheCatalogueKnows() {
    TestResult result = result(1, "new_name", PASSED);

    assertThat(
            find(
                nameOnly("old_name"),
                List.of(entry(1, Basis.API_CONTRACT, "new_name", "old_name")),
                result))
        .isEqualTo(new ResultMatcher.Found(Match.NAME, Optional.of(result)));
  }

  @Test
  void passUnderAnAliasCountsAndIsShownAsSuch() {
    TestResult result = result(1, "second_alias", PASSED);

    assertThat(find(nameOnly("test_x", "first_alias", "second_alias"), List.of(), result))
        .isEqualTo(new ResultMatcher.Found(Match.ALIAS, Optional.of(result)));
  }

  @Test
  void bracketedAttributesOfANameAreIgnored() {
    TestResult result = result(1, "test_x[id-1,smoke]", PASSED);

    assertThat(find(nameOnly("test_x"), List.of(), result).match()).isEqualTo(Match.NAME);
    assertThat(find(nameOnly("test_x[gate]"), List.of(), result).match()).isEqualTo(Match.NAME);
  }

  @Test
  void nameOfTwoResultsFindsNeither() {
    assertThat(
            find(
                nameOnly("test_x"),
                List.of(),
                result(1, "test_x", PASSED),
                result(2, "test_x", FAILED)))
        .isEqualTo(new ResultMatcher.Found(Match.NONE, Optional.empty()));
  }

  @Test
  void nameThatTwoKnownTestsBoreInTurnDoesNotStandForTheOther() {
    List<CatalogueEntry> catalogue =
        List.of(
            entry(1, Basis.API_CONTRACT, "test_x"),
            entry(2, Basis.API_CONTRACT, "test_y", "test_x"));

    assertThat(find(test(2, "test_x"), catalogue, result(1, "test_x", PASSED)).match())
        .isEqualTo(Match.NONE);
  }

  @Test
  void catalogueNamesATestThatNeitherGuidelineNorRunIdentifies() {
    List<CatalogueEntry> catalogue = List.of(entry(1, Basis.GUEST_ACCESS, "new", "old"));

    assertThat(
            new ResultMatcher(new CatalogueIndex(catalogue), List.of(), List.of())
                .entry(Optional.empty(), nameOnly("unheard", "old")))
        .map(CatalogueEntry::id)
        .contains(id(1));
  }

  @Test
  void nameOfTwoCatalogueEntriesStandsForNeither() {
    List<CatalogueEntry> catalogue =
        List.of(entry(1, Basis.GUEST_ACCESS, "old"), entry(2, Basis.API_CONTRACT, "new", "old"));

    assertThat(
            new ResultMatcher(new CatalogueIndex(catalogue), List.of(), List.of())
                .entry(Optional.empty(), nameOnly("old")))
        .isEmpty();
  }

  @Test
  void nameOfAnotherIdDoesNotCountAsTheTest() {
    List<CatalogueEntry> known = List.of(entry(1, Basis.API_CONTRACT, "test_x"));
    TestResult other = result(2, "test_x", PASSED);

    assertThat(find(test(1, "test_x"), known, other).match())
        .as("the test is known here, and did not run")
        .isEqualTo(Match.NONE);
    GuidelineTest aliased =
        new GuidelineTest("test_y", Optional.of(id(1)), List.of("test_x"), Optional.empty());
    assertThat(find(aliased, known, other).match()).as("nor by alias").isEqualTo(Match.NONE);
  }

  @Test
  void testOfAnUnknownIdIsFoundByItsName() {
    TestResult result = result(2, "test_x", PASSED);
    List<CatalogueEntry> known = List.of(entry(2, Basis.API_CONTRACT, "test_x"));

    assertThat(find(test(1, "test_x"), known, result))
        .isEqualTo(new ResultMatcher.Found(Match.NAME, Optional.of(result)));
  }

  @Test
  void testOfAnUnknownIdIsNotFoundByANameThatIsNotItsOwnAlone() {
    TestResult result = result(3, "test_x", PASSED);

    assertThat(
            matcher(List.of(result), test(1, "test_x"), test(2, "test_x")).find(test(1, "test_x")))
        .as("two tests of the guideline")
        .extracting(ResultMatcher.Found::match)
        .isEqualTo(Match.NONE);
    assertThat(
            matcher(List.of(result), test(1, "test_x"), test(3, "test_z")).find(test(1, "test_x")))
        .as("the result is that of another test of the guideline")
        .extracting(ResultMatcher.Found::match)
        .isEqualTo(Match.NONE);
    GuidelineTest aliased =
        new GuidelineTest("test_y", Optional.of(id(2)), List.of("test_x"), Optional.empty());
    assertThat(matcher(List.of(result), test(1, "test_x"), aliased).find(aliased).match())
        .as("an alias that is another's name")
        .isEqualTo(Match.NONE);
    assertThat(
            matcher(List.of(result, result(4, "test_x", FAILED)), test(1, "test_x"))
                .find(test(1, "test_x")))
        .as("two results")
        .extracting(ResultMatcher.Found::match)
        .isEqualTo(Match.NONE);
  }

  private static ResultMatcher matcher(List<TestResult> results, GuidelineTest... asked) {
    return new ResultMatcher(new CatalogueIndex(List.of()), results, List.of(asked));
  }

  private static GuidelineTest test(int number, String name) {
    return new GuidelineTest(name, Optional.of(id(number)), List.of(), Optional.empty());
  }

  private static ResultMatcher.Found find(
      GuidelineTest test, List<CatalogueEntry> catalogue, TestResult... results) {
    return new ResultMatcher(new CatalogueIndex(catalogue), List.of(results), List.of(test))
        .find(test);
  }
}
