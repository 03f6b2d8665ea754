package org.defcore.client.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.defcore.client.CannedService;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.Test;

class ObjectStoreClientTest {

  @Test
  void readsTheCapabilitiesWithoutATokenFromAboveTheVersion() throws IOException {
    try (CannedService service = CannedService.answering(200, "{\"swift\": {}}")) {
      ObjectStoreClient store = new ObjectStoreClient(service.endpoint("/swift/v1/AUTH_p1"));

      assertThat(store.getInfo().fieldNames()).toIterable().containsExactly("swift");
      assertThat(service.onlyRequest().line()).isEqualTo("GET /swift/info");
      assertThat(service.onlyRequest().headers()).doesNotContainKey("x-auth-token");
    }
  }

  @Test
  void refusesCapabilitiesThatAreNoJson() throws IOException {
    try (CannedService service = CannedService.answering(200, "swift")) {
      ObjectStoreClient store = new ObjectStoreClient(service.endpoint("/v1/AUTH_p1"));

      assertThatThrownBy(store::getInfo)
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining("GET /info");
    }
  }
}
