package org.defcore.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The content of a part, which can be read more than once. */
public interface PartSource {

  InputStream open() throws IOException;

  static PartSource of(byte[] content) {
    byte[] kept = content.clone();
    return () -> new ByteArrayInputStream(kept);
  }

  static PartSource of(String content) {
    return of(content.getBytes(StandardCharsets.UTF_8));
  }
}
