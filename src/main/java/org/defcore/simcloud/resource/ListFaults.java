package org.defcore.simcloud.resource;

import org.defcore.simcloud.wire.Refusal;

/** Faults of a service for what it does not understand in the query of a list. */
public interface ListFaults {

  /** For a limit or an offset that is no whole number, or is less than nothing. */
  Refusal number(String parameter, String text);

  /** For a marker that is none of the resources that the caller sees. */
  Refusal marker(String id);

  /** For a key to sort by that there is not. */
  Refusal key(String key);

  /** For a direction to sort in that is neither {@code asc} nor {@code desc}. */
  Refusal direction(String direction);
}
