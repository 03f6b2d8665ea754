package org.defcore.simcloud.compute.request;

import java.util.function.Function;
import org.defcore.simcloud.resource.ListFaults;
import org.defcore.simcloud.resource.ListRules;
import org.defcore.simcloud.wire.Refusal;

/** Lists in the manner of the compute service. */
public final class ComputeLists {

  private ComputeLists() {}

  public static <T> ListRules<T> rules(Function<T, String> id) {
    return ListRules.of(id, new Faults());
  }

  /** The refusal of a value that is none of that kind. */
  public static Refusal bad(String parameter, String value, String kind) {
    return Document.bad(
        "Invalid input for query parameters %s. Value: %s. '%s' is not a '%s'"
            .formatted(parameter, value, value, kind));
  }

  private static final class Faults implements ListFaults {

    @Override
    public Refusal number(String parameter, String text) {
      return Document.bad(
          "Invalid input for query parameters %s. Value: %s. It does not match '^[0-9]*$'"
              .formatted(parameter, text));
    }

    @Override
    public Refusal marker(String id) {
      return Document.bad("marker [" + id + "] not found");
    }

    @Override
    public Refusal key(String key) {
      return Document.bad("Unable to sort by the key " + key);
    }

    @Override
    public Refusal direction(String direction) {
      return Document.bad("Unable to sort in the direction " + direction);
    }
  }
}
