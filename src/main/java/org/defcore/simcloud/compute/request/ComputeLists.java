package org.defcore.simcloud.compute.request;

import java.util.function.Function;
import org.defcore.simcloud.resource.ListFaults;
import org.defcore.simcloud.resource.ListRules;
import org.defcore.simcloud.wire.Refusal;

/** Lists in the manner of the compute service. */
public final class ComputeLists {

  private ComputeLists() {}

  public static <T> ListRules<T> rules(Function<T, String> id) {
    return ListRules.of(id, ComputeLists::fault);
  }

  /** The refusal of a value that is none of that kind. */
  public static Refusal bad(String parameter, String value, String kind) {
    return ComputeFaults.bad(
        "Invalid input for query parameters %s. Value: %s. '%s' is not a '%s'"
            .formatted(parameter, value, value, kind));
  }

  private static Refusal fault(ListFaults.Problem problem, String parameter, String text) {
    return ComputeFaults.bad(
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
