package org.defcore.simcloud.volume;

import org.defcore.simcloud.resource.FaultTable;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** Refusals in the form and the words of the volume service. */
final class VolumeFaults {

  private static final FaultTable ALL =
      new FaultTable(
          Json.data(VolumeFaults.class, "faults.yaml"),
          (status, type, message) -> Reply.keyedFault(status, message));

  private VolumeFaults() {}

  static Refusal of(String name, Object... values) {
    return ALL.of(name, values);
  }

  static void refuseIf(boolean bad, String name, Object... values) {
    ALL.refuseIf(bad, name, values);
  }
}
