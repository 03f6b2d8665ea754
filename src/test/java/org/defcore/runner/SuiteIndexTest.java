package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SuiteIndexTest {

  @Test
  void refusesAnIdThatTwoTestsHave() {
    assertThatThrownBy(() -> SuiteIndex.read("org.defcore.runner.twins"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("two tests have the id 00000000-0000-4000-8000-00000000000a: ")
        .hasMessageContaining("LeftConformance.left()")
        .hasMessageContaining("RightConformance.right()");
  }

  @Test
  void refusesATestThatClaimsNothing() {
    assertThatThrownBy(() -> SuiteIndex.read("org.defcore.runner.silent"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("SilentConformance.silent() lacks a claim");
  }

  @Test
  void readsWhatTheAnnotationsSay() {
    SuiteIndex suite = SuiteIndex.read();

    ImplementedTest test = suite.find(suite.all().iterator().next().id()).orElseThrow();
    assertThat(test.method().getDeclaringClass().getName())
        .startsWith("org.defcore.suite.")
        .endsWith("Conformance");
    assertThat(suite.all()).extracting(ImplementedTest::id).isSorted();
    assertThat(suite.find(Chores.id(999))).isEmpty();
  }
}
