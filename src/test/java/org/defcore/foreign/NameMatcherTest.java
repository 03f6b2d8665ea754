package org.defcore.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.defcore.guideline.TestId;
import org.defcore.guideline.list.KnownTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameMatcherTest {

  private static final TestId ONE = TestId.of("00000000-0000-4000-8000-000000000001");
  private static final TestId TWO = TestId.of("00000000-0000-4000-8000-000000000002");

  private static final NameMatcher MATCHER =
      new NameMatcher(
          new KnownTests(
              List.of(),
              Map.of(
                  "a.B.test_one", ONE, "a.B.test_alias", ONE, "a.B.test_two", TWO, "a.C.x", TWO)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.B.test_one",
        "a.B.test_alias",
        "a.B.test_one[id-00000000-0000-4000-8000-000000000001,smoke]",
        "a.B.renamed[id-00000000-0000-4000-8000-000000000001]",
        "a.B.test_one[id-00000000-0000-4000-8000-000000000001](scenario)",
        "a.B.test_one(scenario)",
        "a.B.test_one[smoke]"
      })
  void testsAreFoundByIdNameAndAlias(String name) {
    assertThat(MATCHER.match(name).names()).containsOnlyKeys(ONE);
  }

  @Test
  void aNameThatBelongsToAnotherIdMeansNeither() {
    NameMatcher.Match match =
        MATCHER.match("a.B.test_two[id-00000000-0000-4000-8000-000000000001]");

    assertThat(match.names()).isEmpty();
    assertThat(match.why()).isEqualTo("its name belongs to id-" + TWO);
  }

  @Test
  void anUnknownIdIsNotReplacedByTheName() {
    assertThat(MATCHER.match("a.B.test_one[id-00000000-0000-4000-8000-000000000009]").why())
        .isEqualTo("its name belongs to id-" + ONE);
    assertThat(MATCHER.match("a.B.new[id-00000000-0000-4000-8000-000000000009]").why())
        .isEqualTo("no guideline and no entry of the catalogue has this id");
  }

  @Test
  void aClassThatCannotBeSetUpMeansAllItsTests() {
    NameMatcher.Match match = MATCHER.match("setUpClass (a.B)");

    assertThat(match.names()).containsOnlyKeys(ONE, TWO);
    assertThat(match.fixture()).isEqualTo("a.B");
  }

  @Test
  void theEndOfAClassIsNoTest() {
    assertThat(MATCHER.match("tearDownClass (a.B)").why()).startsWith("no test, but what follows");
    assertThat(MATCHER.match("setUpClass (a.D)").why()).isEqualTo("no known test is of this class");
  }
}
