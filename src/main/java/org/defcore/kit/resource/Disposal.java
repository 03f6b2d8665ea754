package org.defcore.kit.resource;

import java.util.List;

/** Finds and removes resources of one kind, and tells whether one is gone. */
public interface Disposal {

  /** Ids of those with that name, of all there are: several if a create request was sent again. */
  List<String> named(String name);

  /** Reads it. It is gone only if the service itself says so, not something before the service. */
  Sight see(String id);

  /** Asks for its removal, after whatever stands in the way. Gives the status of the answer. */
  int delete(String id);

  /** Asks for the removal of what was seen to stay. Gives the status of the answer. */
  default int deleteAgain(String id, Sight seen) {
    return delete(id);
  }

  /** Returns whether a refusal with that status may pass with time; any other stays. */
  default boolean mayPass(int status) {
    return status == 409;
  }

  /**
   * Asks the service for a list of its own.
   *
   * @throws org.defcore.http.UnexpectedAnswer if none comes, so that its 404 tells nothing
   */
  void checkService();
}
