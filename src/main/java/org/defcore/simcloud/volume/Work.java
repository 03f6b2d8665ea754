package org.defcore.simcloud.volume;

import static org.defcore.simcloud.volume.VolumeFaults.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Work on a volume or snapshot: the state until it ends, and those in which it begins. */
enum Work {
  ATTACH("attaching", "available"),
  DETACH("detaching", "in-use"),
  COPY("uploading", "available"),
  FORCED_COPY("uploading", "available", "in-use"),
  EXTEND("extending", "available"),
  DELETE("deleting", "available", "error");

  private final String through;
  private final List<String> from;

  Work(String through, String... from) {
    this.through = through;
    this.from = List.of(from);
  }

  /** The work of copying a volume, as a request wants it. */
  static Work copy(JsonNode asked) {
    return asked.path("force").asBoolean() ? FORCED_COPY : COPY;
  }

  String through() {
    return through;
  }

  /** Refuses the work on what is in another state. */
  void require(ObjectNode resource) {
    String kind = VolumeForms.kind(resource);
    String state = VolumeForms.status(resource);
    String states = String.join(" or ", from);
    refuseIf(!from.contains(state), "state", kind, VolumeForms.id(resource), states, state);
  }
}
