package org.defcore.kit.resource;

import java.util.List;

/** Finds and removes resources of one kind, and tells whether one is gone. */
public interface Disposal {

  /** Ids of those with that name, of all there are: several if a create request was sent again. */
  List<String> named(String name);

  /** Status of the answer to reading it: 404 when it is gone. */
  int status(String id);

  /** Asks for its removal, after whatever stands in the way. Gives the status of the answer. */
  int delete(String id);

  /** Returns whether a refusal with that status may pass with time; any other stays. */
  default boolean mayPass(int status) {
    return status == 409;
  }
}
