package org.defcore.http;

import java.util.List;
import java.util.Optional;

/** One header line; names compare without case. */
public record Header(String name, String value) {

  boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }

  static Optional<String> first(List<Header> headers, String name) {
    return headers.stream().filter(it -> it.is(name)).map(Header::value).findFirst();
  }
}
