package org.defcore.simcloud.wire;

import java.util.List;
import java.util.Optional;

/** A simulated service: its operations, and how it answers where no operation does. */
public interface Service {

  /** Where it lives on the one port, for instance {@code /image}. */
  String prefix();

  List<Operation> operations();

  /** Whether a path that no operation has is refused without a token before it is not found. */
  boolean guards(String path);

  boolean headIsGet();

  Reply unauthorized(Incoming request);

  Reply unknownPath(Incoming request);

  /** Answers a method that the path does not have; {@code allowed} are those that it has. */
  Reply wrongMethod(Incoming request, List<String> allowed);

  /** Looks at a request that has an operation and a caller; a reply ends it. */
  default Optional<Reply> check(Incoming request) {
    return Optional.empty();
  }

  /** Adds what the service adds to every answer, such as its request id. */
  Reply finish(Incoming request, Reply reply);

  /** What exists beyond the built-in things, one line each. */
  default List<String> resources() {
    return List.of();
  }
}
