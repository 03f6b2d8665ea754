package org.defcore.simcloud.wire;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A body that is written piece by piece; a negative length means that it is not known beforehand.
 */
public interface Content {

  long length();

  void writeTo(OutputStream target) throws IOException;

  static Content of(byte[] bytes) {
    byte[] copy = bytes.clone();
    return new Content() {
      @Override
      public long length() {
        return copy.length;
      }

      @Override
      public void writeTo(OutputStream target) throws IOException {
        target.write(copy);
      }
    };
  }
}
