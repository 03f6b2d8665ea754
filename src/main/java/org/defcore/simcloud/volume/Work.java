package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.simcloud.wire.Refusal;

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
    if (!from.contains(VolumeForms.status(resource))) {
      String states = String.join(" or ", from);
      throw refusal(
          resource, "must be %s for this, not %s".formatted(states, VolumeForms.status(resource)));
    }
  }

  static Refusal refusal(ObjectNode resource, String reason) {
    return VolumeFaults.badRequest(
        "Invalid %1$s: The %1$s %2$s %3$s."
            .formatted(VolumeForms.kind(resource), VolumeForms.id(resource), reason));
  }
}
