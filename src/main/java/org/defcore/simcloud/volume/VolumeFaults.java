package org.defcore.simcloud.volume;

import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** Refusals in the form of the volume service. */
final class VolumeFaults {

  private VolumeFaults() {}

  static Refusal refusal(int status, String message) {
    return new Refusal(Reply.keyedFault(status, message), message);
  }

  static Refusal badRequest(String message) {
    return refusal(400, message);
  }

  static Refusal notFound(String thing) {
    return refusal(404, thing + " could not be found.");
  }
}
