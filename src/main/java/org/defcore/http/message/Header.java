package org.defcore.http.message;

import java.util.List;
import java.util.Optional;

/** One header line; names compare without case. */
public record Header(String name, String value) {

  public boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }

  public static Optional<String> first(List<Header> headers, String name) {
    for (Header header : headers) {
      if (header.is(name)) {
        return Optional.of(header.value());
      }
    }
    return Optional.empty();
  }
}
