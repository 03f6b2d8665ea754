package org.defcore.explain;

import java.util.List;

/** No capability and no test has that name; the message suggests others. */
public final class UnknownSubject extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownSubject(String written, List<String> nearest) {
    super(
        "expected a capability, or the id, name or alias of a test but found \"%s\": nearest are %s"
            .formatted(written, String.join(", ", nearest)));
  }
}
