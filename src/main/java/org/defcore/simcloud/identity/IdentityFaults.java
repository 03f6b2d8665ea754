package org.defcore.simcloud.identity;

import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** Refusals in the words of the identity service. */
final class IdentityFaults {

  private IdentityFaults() {}

  static Refusal refusal(int status, String message) {
    return new Refusal(Reply.titledFault(status, message), message);
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
