package org.defcore.simcloud.wire;

import java.util.List;

/**
 * A simulated service: its operations, and its frame, that is how it answers where no operation
 * does, and what it adds to every answer. A service states where it differs from the usual frame.
 */
public interface Service {

  /** The place and the manners of the service. */
  Frame frame();

  List<Operation> operations();

  default boolean isVersioned(String path) {
    String version = frame().version();
    return path.equals(version) || path.startsWith(version + "/");
  }

  /** Returns whether a path without operation is refused without a token before it is not found. */
  default boolean guards(String path) {
    return isVersioned(path);
  }

  /** Returns whether HEAD is answered as GET is. */
  default boolean headIsGet() {
    return true;
  }

  default Reply unauthorized(Incoming request) {
    return TokenFilter.unauthorized(request, "WWW-Authenticate");
  }

  default Reply unknownPath(Incoming request) {
    return Reply.plainFault(404, "The resource could not be found.");
  }

  /** Answers a method that the path does not have; {@code allowed} are those that it has. */
  default Reply wrongMethod(Incoming request, List<String> allowed) {
    return Reply.plainFault(
        405, "The method " + request.method() + " is not allowed for this resource.");
  }

  /**
   * Looks at a request that has an operation and a caller, at least for the microversion.
   *
   * @throws Refusal to end it
   */
  default void check(Incoming request) {
    frame()
        .microversions()
        .filter(it -> isVersioned(request.path()))
        .ifPresent(it -> it.require(request, frame().faults()));
  }

  /** Adds what the service adds to every answer: version and request id on versioned paths. */
  default Reply finish(Incoming request, Reply reply) {
    return isVersioned(request.path())
        ? identified(
            frame().microversions().map(it -> it.told(request, reply)).orElse(reply),
            "x-openstack-request-id")
        : reply;
  }

  /** Adds a request id, unless the operation needed one before. */
  static Reply identified(Reply reply, String header) {
    return reply.field(header).isPresent() ? reply : reply.with(header, Ids.request());
  }

  /** Resources that exist beyond the built-in ones, one line each. */
  default List<String> resources() {
    return List.of();
  }
}
