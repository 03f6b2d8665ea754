package org.defcore.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTestTest {

  private static final String ID = "6f8e4436-fc96-4282-8122-e41df57197a9";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ID                                | ''         | ID
          id-ID                             | ''         | ID
          a.b.T.test_x                      | a.b.T.test_x |
          a.b.T.test_x[id-ID]               | a.b.T.test_x | ID
          a.b.T.test_x[id-ID,smoke]         | a.b.T.test_x | ID
          a.b.T.test_x[compute, id-ID ,slow]| a.b.T.test_x | ID
          a.b.T.test_x[id-ID,smoke](v2 xml) | a.b.T.test_x | ID
          a.b.T.test_x[smoke]               | a.b.T.test_x |
          a.b.T.test_x[id-12]               | a.b.T.test_x |
          a.b.T.test_x[]                    | a.b.T.test_x |
          ^a.*[xy]$                         | ^a.*[xy]$  |
          """)
  void readsWhatIsWritten(String text, String name, String id) {
    WrittenTest written = WrittenTest.of(text.replace("ID", ID));

    assertThat(written.name()).isEqualTo(name);
    assertThat(written.id().map(TestId::toString).orElse(""))
        .isEqualTo(id == null ? "" : id.replace("ID", ID));
  }
}
