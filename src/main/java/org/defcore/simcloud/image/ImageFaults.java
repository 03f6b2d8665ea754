package org.defcore.simcloud.image;

import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** Refusals in the words of the image service. */
final class ImageFaults {

  private ImageFaults() {}

  static Refusal refusal(int status, String message) {
    return new Refusal(Reply.plainFault(status, message), message);
  }

  static Refusal mediaType(String type) {
    return refusal(
        415, "The request media type %s is not supported by this server.".formatted(type));
  }
}
