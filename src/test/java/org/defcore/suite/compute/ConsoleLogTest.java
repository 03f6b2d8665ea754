package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;

import org.defcore.result.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void whatRunsOnTheKernelOfItsHostSaysNothingOfOne() {
    assertThat(new ConsoleLog("init started: BusyBox v1.35.0\n/ # ", "POST").facts())
        .containsExactly(new Fact("guest.console.kernel", "none", "POST"));
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
