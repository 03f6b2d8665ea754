package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;

import org.defcore.result.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleLogTest {

  private static final String VIRTUAL_MACHINE =
      """
      [    0.000000] Linux version 6.1.0-42-amd64 (build@host) (gcc 12) #1 SMP
      [    0.000000] DMI: QEMU Standard PC (i440FX + PIIX, 1996), BIOS 1.16
      [    0.000000] Hypervisor detected: KVM
      login:
      """;

  @Test
  void kernelThatBootsSaysSo() {
    assertThat(new ConsoleLog(VIRTUAL_MACHINE, "POST").facts())
        .containsExactly(
            new Fact("guest.console.kernel", "Linux version 6.1.0-42-amd64", "POST"),
            new Fact("guest.console.hypervisor", "KVM", "POST"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[NOTICE: Zone booting up]\nSunOS Release 5.11",
        "systemd[1]: Detected virtualization lxc.",
        "init: container=lxc-libvirt, up",
        "Running in container (docker)",
      })
  void whatRunsOnTheKernelOfItsHostSaysSo(String log) {
    assertThat(new ConsoleLog(log, "POST").facts())
        .containsExactly(new Fact("guest.console.kernel", "none", "POST"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "init started: BusyBox v1.35.0\n/ # ",
        "EMS: Windows is starting\nSAC>",
        "systemd[1]: Detected virtualization kvm.",
        "container runtime started, zone eu-1",
      })
  void silenceOfAKernelIsNoSignOfAContainer(String log) {
    assertThat(new ConsoleLog(log, "POST").facts())
        .containsExactly(
            new Fact(
                "guest.console.unavailable", "it shows neither a kernel nor a container", "POST"));
  }

  @Test
  void otherKernelsBootToo() {
    assertThat(new ConsoleLog("FreeBSD 14.0-RELEASE #0 releng", "POST").facts())
        .containsExactly(new Fact("guest.console.kernel", "FreeBSD 14.0-RELEASE", "POST"));
  }

  @Test
  void emptyConsoleTellsNothing() {
    assertThat(new ConsoleLog(" \n", "POST").facts())
        .containsExactly(new Fact("guest.console.unavailable", "the console log is empty", "POST"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DMI: QEMU Standard PC           | QEMU
          DMI: VMware, Inc. VMware7,1     | VMware
          Hypervisor detected: Xen HVM    | Xen HVM
          """)
  void namesTheHypervisor(String line, String hypervisor) {
    assertThat(new ConsoleLog("Linux version 5.10.0\n" + line + "\n", "POST").facts())
        .contains(new Fact("guest.console.hypervisor", hypervisor, "POST"));
  }
}
