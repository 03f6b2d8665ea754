package org.defcore.client.volume;

/**
 * A flag of volumes, and the action that sets it.
 *
 * @param field that is sent under the name of the action
 * @param status of the answer, which has no body
 */
public record VolumeFlag(String action, String field, int status) {

  public static final VolumeFlag BOOTABLE = new VolumeFlag("os-set_bootable", "bootable", 200);
  public static final VolumeFlag READ_ONLY =
      new VolumeFlag("os-update_readonly_flag", "readonly", 202);
}
