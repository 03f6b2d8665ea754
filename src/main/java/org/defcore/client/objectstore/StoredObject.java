package org.defcore.client.objectstore;

/** An object as it is downloaded. */
@SuppressWarnings("ArrayRecordComponent")
public record StoredObject(StoreHeaders headers, byte[] data) {

  public StoredObject {
    data = data.clone();
  }

  @Override
  public byte[] data() {
    return data.clone();
  }
}
