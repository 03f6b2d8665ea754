package org.defcore.client.objectstore;

import com.fasterxml.jackson.databind.JsonNode;
import org.defcore.http.ServiceEndpoint;

/** Object storage calls. */
public final class ObjectStoreClient {

  private final ServiceEndpoint objectStore;

  public ObjectStoreClient(ServiceEndpoint objectStore) {
    this.objectStore = objectStore;
  }

  public ObjectClient objects() {
    return new ObjectClient(objectStore);
  }

  /**
   * {@code GET /info} above the version, without a token; the contract says only that it is JSON.
   */
  public JsonNode getInfo() {
    return objectStore.unversioned().get("/info").anonymous().expect(200).json();
  }
}
