package org.defcore.simcloud.identity;

import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** Refusals in the words of the identity service. */
final class IdentityFaults {

  private IdentityFaults() {}

  static Refusal refusal(int status, String message) {
    return new Refusal(Reply.titledFault(status, message), message);
  }

  static Refusal malformed(String reason) {
    return refusal(
        400,
        reason
            + " The server could not comply with the request since it is either malformed or"
            + " otherwise incorrect. The client is assumed to be in error.");
  }

  static Reply unauthorized(String base) {
    return Reply.titledFault(401, "The request you have made requires authentication.")
        .with("WWW-Authenticate", "Keystone uri=\"" + base + "/v3\"");
  }

  static Refusal forbidden(String action) {
    return refusal(
        403, "You are not authorized to perform the requested action: identity:" + action + ".");
  }
}
