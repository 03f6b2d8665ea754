package org.defcore.simcloud.kind;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.defcore.simcloud.pace.Pace;

/**
 * Kind of servers in the simulated cloud, and all that follows from it. The answers are those of
 * nova in the release that the cloud simulates (Zed, compute 2.93): a driver that lacks something
 * raises {@code NotImplementedError}. Where the API waits for the driver, that is a 501; where the
 * API has answered before, {@code nova/compute/manager.py} notes the failure with the server's
 * action and, depending on the call, puts the server back or into error.
 */
@SuppressWarnings("ImmutableEnumChecker") // They are records of copies, which it cannot see.
public enum Kind {
  /** Can do everything here. */
  VIRTUAL_MACHINE(Pace.INSTANT, GuestUserland.LINUX, KindTraits.NONE, Limits.NONE),

  /**
   * An LXC container made by {@code nova/virt/libvirt/driver.py} with {@code virt_type = lxc}.
   *
   * <ul>
   *   <li>Images, measured: accepted, then the image is gone. {@code delete_image_on_error} of
   *       {@code manager.py} takes it away again when the driver could not copy the disk.
   *   <li>Volumes, measured: accepted and never there. {@code _attach_volume} of {@code manager.py}
   *       deletes the attachment that the driver could not make, so that the volume is available.
   *   <li>Resize, measured: goes through to {@code VERIFY_RESIZE} and back where nova may resize to
   *       the same host, although {@code support-matrix.ini} says missing.
   *   <li>Suspend: {@code save_memory_state()} asks libvirt for a managed save, which its LXC
   *       driver lacks. That is a {@code libvirtError}, one of those for which {@code
   *       _error_out_instance_on_exception} of {@code manager.py} puts the server into error. Pause
   *       works; it is the freezer of cgroups.
   *   <li>Screen: {@code _guest_add_video_device} leaves containers without one, so that {@code
   *       get_vnc_console} raises {@code ConsoleTypeUnavailable}, a 400 in {@code
   *       nova/api/openstack/compute/remote_consoles.py}.
   * </ul>
   *
   * <p>Rebuild and both reboots work. {@code hypervisor_type} and {@code vm_mode} are those that
   * {@code _get_instance_capabilities} of the driver reports.
   */
  SYSTEM_CONTAINER(
      Pace.INSTANT,
      GuestUserland.CONTAINER,
      KindTraits.of(
          Map.of("architecture", "x86_64", "hypervisor_type", "lxc", "vm_mode", "exe"), Map.of()),
      Limits.NONE
          .failing(Action.CREATE_IMAGE, Failure.harmless("compute_snapshot_instance"))
          .failing(Action.ATTACH_VOLUME, Failure.harmless("compute_attach_volume"))
          .failing(
              Action.SUSPEND, Failure.breaking("compute_suspend_instance", 500, "libvirtError"))
          .refusing(Action.OPEN_SCREEN, 400, "Unavailable console type vnc.")),

  /**
   * A Solaris zone of the brand {@code solaris}, made by {@code solariszones/driver.py} that Oracle
   * kept in its {@code solaris-userland} repository until 2017.
   *
   * <ul>
   *   <li>Volumes: {@code attach_volume} takes kernel zones only and raises {@code
   *       NotImplementedError} for this brand, running or not.
   *   <li>Resize: on the same host, in place, {@code migrate_disk_and_power_off}; the same method
   *       raises {@code ResizeError} for a smaller disk, which puts the server into error.
   *   <li>Pause: {@code NotImplementedError}, the server stays as it is.
   *   <li>Suspend: {@code InstanceSuspendFailure} for this brand, with advice how an administrator
   *       gets the server out of its error again.
   *   <li>Images: a unified archive, {@code snapshot}. Where the image service does not know the
   *       formats {@code uar} and {@code zfs}, as this one does not, it is {@code ovf} and {@code
   *       raw}. The driver writes the image by {@code GlanceImageService.update}, which purges the
   *       properties that it is not given: those of the user are lost.
   * </ul>
   *
   * <p>Rebuild works ({@code rebuild} destroys and spawns), so do reboots, the log and a screen,
   * which is an xterm on the zone's console. The names of {@code hypervisor_type} and {@code
   * vm_mode} and the extra spec are of the patches {@code 01-Solaris-vm_mode} and {@code
   * 03-Solaris-flavors} beside the driver.
   */
  ZONE(
      Pace.INSTANT,
      GuestUserland.SUN_OS,
      KindTraits.of(
              Map.of(
                  "architecture", "x86_64",
                  "container_format", "ovf",
                  "disk_format", "raw",
                  "hypervisor_type", "solariszones",
                  "vm_mode", "solariszones"),
              Map.of("zonecfg:brand", "solaris"))
          .replacedInSnapshots(),
      Limits.NONE
          .failing(Action.ATTACH_VOLUME, Failure.harmless("compute_attach_volume"))
          .failing(
              Action.SHRINK,
              Failure.breaking(
                  "compute_resize_instance",
                  500,
                  "Resize error: Unable to resize to a smaller boot volume."))
          .failing(Action.PAUSE, Failure.harmless("compute_pause_instance"))
          .failing(
              Action.SUSPEND,
              Failure.breaking(
                  "compute_suspend_instance",
                  400,
                  "Failed to suspend instance: 'solaris' branded zones do not currently support"
                      + " suspend. Use 'nova reset-state --active {name}' to reset instance state"
                      + " back to 'active'."))),

  /**
   * A machine of its own, by {@code nova/virt/ironic/driver.py}. What that class does not define is
   * the {@code NotImplementedError} of {@code nova/virt/driver.py}: {@code snapshot}, {@code
   * attach_volume} (volumes can be given at the creation only), {@code migrate_disk_and_power_off},
   * {@code pause}, {@code suspend}, all accepted first and leaving the server as it was; {@code
   * get_console_output} and {@code get_vnc_console}, each a 501. A resize does not come that far:
   * it may not stay on its host, and there is no other for the conductor to find.
   *
   * <p>Rebuild and both reboots work; all is slower. The attributes of images are those of {@code
   * _get_nodes_supported_instances} and of the image type of {@code ironic}'s guide, the extra
   * specs those of its guide to flavors: a machine is one unit of a class, not a sum of parts.
   */
  BARE_METAL(
      Pace.parse("200-400"),
      GuestUserland.METAL_LINUX,
      KindTraits.of(
          Map.of(
              "architecture", "x86_64",
              "hypervisor_type", "baremetal",
              "img_type", "whole-disk",
              "vm_mode", "hvm"),
          Map.of(
              "resources:CUSTOM_BAREMETAL", "1",
              "resources:DISK_GB", "0",
              "resources:MEMORY_MB", "0",
              "resources:VCPU", "0")),
      Limits.NONE
          .failing(Action.CREATE_IMAGE, Failure.harmless("compute_snapshot_instance"))
          .failing(Action.ATTACH_VOLUME, Failure.harmless("compute_attach_volume"))
          .failing(Action.RESIZE, Failure.harmless("conductor_migrate_server"))
          .failing(Action.PAUSE, Failure.harmless("compute_pause_instance"))
          .failing(Action.SUSPEND, Failure.harmless("compute_suspend_instance"))
          .refusing(Action.READ_LOG, 501, Kind.NOT_SUPPORTED)
          .refusing(Action.OPEN_SCREEN, 501, Kind.NOT_SUPPORTED));

  private static final String NOT_SUPPORTED = "The requested functionality is not supported.";

  private final Pace pace;
  private final GuestUserland userland;
  private final KindTraits traits;
  private final Limits limits;

  Kind(Pace pace, GuestUserland userland, KindTraits traits, Limits limits) {
    this.pace = pace;
    this.userland = userland;
    this.traits = traits;
    this.limits = limits;
  }

  /** The word that users type: {@code system-container}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The usual pace of such a cloud. */
  public Pace pace() {
    return pace;
  }

  public GuestUserland userland() {
    return userland;
  }

  public KindTraits traits() {
    return traits;
  }

  /** The answer to an action that is refused at once; empty if it is not. */
  public Optional<Limit> refusal(Action action) {
    return Optional.ofNullable(limits.refused().get(action));
  }

  /** The failure of an action that is accepted and cannot be done; empty if it can be done. */
  public Optional<Failure> failure(Action action) {
    return Optional.ofNullable(limits.failing().get(action));
  }
}
