package org.defcore.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.defcore.http.json.StrictJson;
import org.junit.jupiter.api.Test;

class WantedTest {

  @Test
  void changeOfAWishLeavesTheWishAsItWas() {
    Wanted least = Wanted.named("web").with("size", 1);
    Wanted changed = least.with("name", "db").with("metadata", Map.of("b", "2", "a", "1"));

    assertThat(StrictJson.MAPPER.valueToTree(least).toString())
        .isEqualTo("{\"name\":\"web\",\"size\":1}");
    assertThat(StrictJson.MAPPER.valueToTree(changed).toString())
        .isEqualTo("{\"name\":\"db\",\"size\":1,\"metadata\":{\"a\":\"1\",\"b\":\"2\"}}");
    assertThat(least.name()).isEqualTo("web");
    assertThat(changed.name()).isEqualTo("db");
  }

  @Test
  void absentValueIsSentAsNull() {
    assertThat(Wanted.nameless().with("port_range_min", Optional.empty()).fields().toString())
        .isEqualTo("{\"port_range_min\":null}");
  }

  @Test
  void wishShowsNoPassword() {
    assertThat(Wanted.named("web").with("adminPass", "the-password")).hasToString("Wanted[web]");
  }

  @Test
  void wishMayBeNameless() {
    assertThat(Wanted.nameless().name()).isEmpty();
  }
}
