package org.defcore.simcloud.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Documents with values put in. */
final class JsonTest {

  @Test
  void putsValuesOfAnyKindIntoADocument() {
    String form =
        """
        {"text": %s, "again": %1$s, "number": %s, "texts": %s, "map": %s, "nothing": %s}
        """;

    assertThat(
            Json.form(form, "a", 5, List.of("b"), Map.of("c", "d"), NullNode.getInstance())
                .toString())
        .isEqualTo(
            """
            {"text":"a","again":"a","number":5,"texts":["b"],"map":{"c":"d"},"nothing":null}""");
  }

  @Test
  void keepsQuotesAndPercentSignsOfValues() {
    assertThat(Json.form("{\"name\": %s}", "\"}%s\n").path("name").asText()).isEqualTo("\"}%s\n");
  }

  @Test
  void refusesAFormThatIsNoJson() {
    assertThatThrownBy(() -> Json.form("{\"name\": %s", "x"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("built-in document is not JSON: ");
  }
}
