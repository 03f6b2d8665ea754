package org.defcore.client.volume;

import java.util.Map;

/**
 * An action on a volume that is answered by a status alone.
 *
 * @param fields sent under its name
 */
public record VolumeAction(String name, Map<String, Boolean> fields, int status) {

  public static final VolumeAction SET_BOOTABLE = bootable(Map.of("bootable", true));
  public static final VolumeAction UNSET_BOOTABLE = bootable(Map.of("bootable", false));
  public static final VolumeAction SET_READ_ONLY = readOnly(Map.of("readonly", true));
  public static final VolumeAction UNSET_READ_ONLY = readOnly(Map.of("readonly", false));

  public VolumeAction {
    fields = Map.copyOf(fields);
  }

  private static VolumeAction bootable(Map<String, Boolean> fields) {
    return new VolumeAction("os-set_bootable", fields, 200);
  }

  private static VolumeAction readOnly(Map<String, Boolean> fields) {
    return new VolumeAction("os-update_readonly_flag", fields, 202);
  }
}
