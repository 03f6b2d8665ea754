package org.defcore.simcloud.compute;

import org.defcore.simcloud.resource.ListFaults;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** Refusals in the words of the compute service. */
final class ComputeFaults {

  private ComputeFaults() {}

  static Reply fault(int status, String message) {
    return Reply.keyedFault(status, message)
        .replacing("Content-Type", "application/json; charset=UTF-8");
  }

  static Refusal refusal(int status, String message) {
    return new Refusal(fault(status, message), message);
  }

  static Refusal bad(String message) {
    return refusal(400, message);
  }

  static Refusal conflict(String message) {
    return refusal(409, message);
  }

  static Refusal notFound(String message) {
    return refusal(404, message);
  }

  static Refusal forbidden(String policy) {
    return refusal(403, "Policy doesn't allow os_compute_api:" + policy + " to be performed.");
  }

  /** The refusal of a value that is none of that kind. */
  static Refusal query(String parameter, String value, String kind) {
    return bad(
        "Invalid input for query parameters %s. Value: %s. '%s' is not a '%s'"
            .formatted(parameter, value, value, kind));
  }

  /** Refusals of what a list does not understand. */
  static Refusal ofList(ListFaults.Problem problem, String parameter, String text) {
    return bad(
        switch (problem) {
          case NUMBER ->
              "Invalid input for query parameters %s. Value: %s. It does not match '^[0-9]*$'"
                  .formatted(parameter, text);
          case MARKER -> "marker [" + text + "] not found";
          case KEY -> "Unable to sort by the key " + text;
          case DIRECTION -> "Unable to sort in the direction " + text;
        });
  }
}
