package org.defcore.simcloud.kind;

/** The system within a server, as seen from within and in its console log. */
public enum GuestUserland {
  /** A Linux in a virtual machine, with a kernel and processors of its own. */
  LINUX,
  /** A Linux on a machine of its own. */
  METAL_LINUX,
  /**
   * A Linux on the kernel of its host. It sees all processors of the host: libvirt gives a
   * container a {@code /proc/meminfo} of its own ({@code src/lxc/lxc_fuse.c}) and nothing for
   * {@code /proc/cpuinfo}, and nova gives it a share of processor time and no number of processors.
   */
  CONTAINER,
  /** A Solaris, whose {@code /proc} has processes and nothing else, see {@code proc(4)}. */
  SUN_OS;

  private static final int HOST_PROCESSORS = 8;

  /** The name of the operating system's kernel. */
  public String system() {
    return this == SUN_OS ? "SunOS" : "Linux";
  }

  /** The version of that kernel. */
  public String release() {
    return this == SUN_OS ? "5.11" : "6.1.0-simulated";
  }

  /** The name of what the guest runs in. */
  public String engine() {
    return switch (this) {
      case LINUX -> "KVM";
      case METAL_LINUX -> "none";
      case CONTAINER -> "LXC";
      case SUN_OS -> "Solaris Zones";
    };
  }

  /** Returns whether the guest runs on the kernel of its host. */
  public boolean sharesKernel() {
    return this == CONTAINER || this == SUN_OS;
  }

  /** Number of processors that the guest sees, by the number in its flavor. */
  public int processors(int promised) {
    return this == CONTAINER ? HOST_PROCESSORS : promised;
  }

  /** Returns whether there is a {@code /proc/cpuinfo}. */
  public boolean tellsProcessors() {
    return this != SUN_OS;
  }

  /**
   * Returns the line that {@code systemd-detect-virt} prints; it is empty where there is no such
   * program and nothing else tells.
   */
  public String virtualization() {
    return switch (this) {
      case LINUX -> "kvm\n";
      case METAL_LINUX -> "none\n";
      case CONTAINER -> "lxc-libvirt\n";
      case SUN_OS -> "";
    };
  }

  /** The console output of a guest from its start until it can be logged in to. */
  public String bootLog(String hostName, int processors) {
    return switch (this) {
      case LINUX, METAL_LINUX ->
          """
          [    0.000000] Linux version 6.1.0-simulated (somebody@simulated) #1 SMP
          [    0.000000] Command line: root=LABEL=simulated ro console=tty0 console=ttyS0
          [    0.000000] DMI: Simulated Cloud, BIOS 1.0
          %3$s
          [    0.021000] smpboot: Allowing %2$d CPUs, 0 hotplug CPUs
          %4$s
          [    0.402000] Run /sbin/init as init process
          init: network is up
          init: sshd is up

          %1$s login:"""
              .formatted(hostName, processors, platform(), disk());
      case CONTAINER ->
          """
          init: container=lxc-libvirt, root file system is there already
          init: network is up
          init: sshd is up

          %s login:"""
              .formatted(hostName);
      case SUN_OS ->
          """

          [NOTICE: Zone booting up]

          SunOS Release 5.11 Version simulated 64-bit
          Hostname: %1$s
          Loading smf(5) service descriptions: 12/12

          %1$s console login:"""
              .formatted(hostName);
    };
  }

  private String platform() {
    return this == METAL_LINUX
        ? "[    0.004000] tsc: Detected 2394.454 MHz processor"
        : "[    0.000000] Hypervisor detected: KVM\n"
            + "[    0.000000] kvm-clock: Using msrs 4b564d01 and 4b564d00";
  }

  private String disk() {
    return this == METAL_LINUX
        ? "[    0.384000] sd 0:0:0:0: [sda] 2097152 512-byte logical blocks"
        : "[    0.384000] virtio_blk virtio1: [vda] 2097152 512-byte logical blocks";
  }
}
