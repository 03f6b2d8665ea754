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

    TRIAL.refuses(200, body, it -> it.serverMetadata().listMetadata("s1"), reason);
    TRIAL.refuses(200, body, it -> it.serverMetadata().replaceMetadata("s1", Map.of()), reason);
    TRIAL.refuses(200, body, it -> it.serverMetadata().updateMetadata("s1", Map.of()), reason);
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

    TRIAL.refuses(200, body, it -> it.serverMetadata().getItem("s1", "a"), reason);
    TRIAL.refuses(200, body, it -> it.serverMetadata().setItem("s1", "a", "1"), reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra                      | 1      | extra
          /addresses                  | absent | addresses
          /addresses/shared           | null   | shared
          /addresses/shared/0/version | 6      | version: expected 4 for 10.0.0.7 but found 6
          /addresses/shared/1/version | 4      | version: expected 6 for fd00::7 but found 4
          /addresses/shared/0/version | 4.5    | version
          /addresses/shared/0/addr    | "host" | expected an IP address but found "host"
          /addresses/shared/0/addr    | 7      | addr
          /addresses/shared/0/extra   | 1      | extra
          """)
  void addressesAreRefusedThatDifferIn(String pointer, String value, String reason)
      throws JsonProcessingException {
    String body = "{\"addresses\": " + ComputeBodies.ADDRESSES + "}";

    TRIAL.refuses(
        200, Variation.of(body, pointer, value), it -> it.servers().listAddresses("s1"), reason);
  }
}
