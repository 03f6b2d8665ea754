package org.defcore.simcloud.compute.request;

import org.defcore.simcloud.kind.Limit;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** Refusals in the words of the compute service. */
public final class ComputeFaults {

  private ComputeFaults() {}

  public static Reply fault(int status, String message) {
    return Reply.keyedFault(status, message)
        .replacing("Content-Type", "application/json; charset=UTF-8");
  }

  public static Refusal refusal(int status, String message) {
    return new Refusal(fault(status, message), message);
  }

  public static Refusal bad(String message) {
    return refusal(400, message);
  }

  /** Refuses what this kind of compute cannot do. */
  public static Refusal of(Limit refused) {
    return refusal(refused.status(), refused.message());
  }

  public static Refusal conflict(String message) {
    return refusal(409, message);
  }

  public static Refusal notFound(String message) {
    return refusal(404, message);
  }

  public static Refusal forbidden(String policy) {
    return refusal(403, "Policy doesn't allow os_compute_api:" + policy + " to be performed.");
  }
}
