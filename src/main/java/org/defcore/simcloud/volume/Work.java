package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.defcore.simcloud.wire.Refusal;

/** Work on a volume: the states in which it begins, in words, too, and the one until it ends. */
enum Work {
  ATTACH("must be available to be attached", Set.of("available"), "attaching"),
  DETACH("must be in-use to be detached", Set.of("in-use"), "detaching"),
  COPY("must be available", Set.of("available"), "uploading"),
  FORCED_COPY("must be available or in-use", Set.of("available", "in-use"), "uploading"),
  EXTEND("must be available to be extended", Set.of("available"), "extending"),
  DELETE(
      "must be available or error, without snapshots, to be deleted",
      Set.of("available", "error"),
      "deleting");

  private final String expected;
  private final Set<String> from;
  private final String through;

  Work(String expected, Set<String> from, String through) {
    this.expected = expected;
    this.from = from;
    this.through = through;
  }

  /** The work of copying a volume, as a request wants it. */
  static Work copy(JsonNode asked) {
    return asked.path("force").asBoolean() ? FORCED_COPY : COPY;
  }

  String through() {
    return through;
  }

  boolean begins(ObjectNode resource) {
    return from.contains(VolumeForms.status(resource));
  }

  Refusal refused(ObjectNode volume) {
    return VolumeFaults.badRequest(
        "Invalid volume: Volume %s status %s, but it is %s."
            .formatted(VolumeForms.id(volume), expected, VolumeForms.status(volume)));
  }
}
