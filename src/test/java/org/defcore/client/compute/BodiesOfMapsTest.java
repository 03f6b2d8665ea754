package org.defcore.client.compute;

import static org.defcore.client.compute.ComputeShapes.TRIAL;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import org.defcore.client.Variation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of compute that are read into maps. */
class BodiesOfMapsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra      | 1      | extra
          /metadata   | absent | metadata
          /metadata   | null   | metadata
          /metadata   | []     | metadata
          /metadata/a | 1      | a
          /metadata/a | null   | a
          /metadata/a | {}     | a
          """)
  void metadataAreRefusedThatDifferIn(String pointer, String value, String reason)
      throws JsonProcessingException {
    String body = Variation.of(ComputeBodies.METADATA, pointer, value);

    TRIAL.refuses(200, body, it -> it.server("s1").metadata().list(), reason);
    TRIAL.refuses(200, body, it -> it.server("s1").metadata().replace(Map.of()), reason);
    TRIAL.refuses(200, body, it -> it.server("s1").metadata().update(Map.of()), reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra  | 1      | extra
          /meta   | absent | meta
          /meta   | null   | meta
          /meta/a | true   | a
          /meta/a | null   | a
          """)
  void itemIsRefusedThatDiffersIn(String pointer, String value, String reason)
      throws JsonProcessingException {
    String body = Variation.of(ComputeBodies.ITEM, pointer, value);

    TRIAL.refuses(200, body, it -> it.server("s1").metadata().getItem("a"), reason);
    TRIAL.refuses(200, body, it -> it.server("s1").metadata().setItem("a", "1"), reason);
  }
}
