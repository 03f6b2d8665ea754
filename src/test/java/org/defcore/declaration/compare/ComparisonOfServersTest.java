package org.defcore.declaration.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.declaration.compare.ComparedFact.Standing.MATCH;
import static org.defcore.declaration.compare.ComparedFact.Standing.MISMATCH;
import static org.defcore.declaration.compare.ComparedFact.Standing.UNOBSERVABLE;

import org.defcore.declaration.Declaration;
import org.defcore.declaration.Declarations;
import org.defcore.declaration.compare.ComparedFact.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Declared servers, compared with clouds whose servers are or are not like that. */
class ComparisonOfServersTest {

  private static final String CONSOLE = "guest.console.kernel";
  private static final String HYPERVISOR = "guest.console.hypervisor";

  @ParameterizedTest
  @CsvSource({
    "virtual-machine, Linux version 6.1.0, MATCH,"
        + " 'The log shows a kernel booting, which a container or a zone does not do.'",
    "virtual-machine, none, MISMATCH,"
        + " 'The log shows a container or a zone that starts, and no kernel booting.'",
    "bare-metal, Linux version 6.1.0, MATCH,"
        + " 'The log shows a kernel booting, which a container or a zone does not do.'",
    "system-container, none, MATCH,"
        + " 'The log shows no kernel booting, as that of a host is running already.'",
    "system-container, Linux version 6.1.0, MISMATCH,"
        + " 'The log shows a kernel of the server''s own booting, which none of this kind does.'",
    "zone, Linux version 6.1.0, MISMATCH,"
        + " 'The log shows a kernel of the server''s own booting, which none of this kind does.'",
    "zone, none, MATCH, 'The log shows no kernel booting, as that of a host is running already.'"
  })
  void consoleLogTellsTheKind(String kind, String kernel, Standing standing, String why) {
    ComparedFact row =
        row(
            "Kind of servers, by the console log of one",
            kind(kind),
            Facts.TRUE.with(CONSOLE, kernel));

    assertThat(row.declared()).isEqualTo(kind);
    assertThat(row.observed()).isEqualTo(kernel);
    assertThat(row.standing()).isEqualTo(standing);
    assertThat(row.why()).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource({
    "virtual-machine, MATCH",
    "system-container, MISMATCH",
    "zone, MISMATCH",
    "bare-metal, MISMATCH"
  })
  void onlyVirtualMachinesFindAHypervisor(String kind, Standing standing) {
    assertThat(
            row(
                    "Kind of servers, by the hypervisor that a console log names",
                    kind(kind),
                    Facts.TRUE)
                .standing())
        .isEqualTo(standing);
  }

  @ParameterizedTest
  @CsvSource({
    "virtual-machine, kvm, MATCH, That is what a server of this kind sees.",
    "virtual-machine, lxc, MISMATCH," + " That is what a server of the kind system-container sees.",
    "system-container, lxc-libvirt, MATCH, That is what a server of this kind sees.",
    "system-container, kvm, MISMATCH," + " That is what a server of the kind virtual-machine sees.",
    "bare-metal, none, MATCH, That is what a server of this kind sees.",
    "bare-metal, vmware, MISMATCH," + " That is what a server of the kind virtual-machine sees.",
    "virtual-machine, novelty, UNOBSERVABLE, It is not known here what that is."
  })
  void insideTellsTheKind(String kind, String seen, Standing standing, String why) {
    ComparedFact row =
        row(
            "Kind of servers, as one sees itself from inside",
            kind(kind),
            Facts.TRUE.with("guest.virtualization", seen));

    assertThat(row.standing()).isEqualTo(standing);
    assertThat(row.why()).isEqualTo(why);
  }

  @Test
  void guestThatDoesNotSayLeavesTheKindOpen() {
    ComparedFact row =
        row(
            "Kind of servers, as one sees itself from inside",
            kind("zone"),
            Facts.TRUE.with("guest.virtualization.unavailable", "it does not say"));

    assertThat(row.standing()).isEqualTo(UNOBSERVABLE);
    assertThat(row.why()).isEqualTo("Somebody logged in to a server, but it does not say.");
  }

  @ParameterizedTest
  @CsvSource({
    "virtual-machine, hypervisor_type, qemu, MATCH",
    "virtual-machine, vm_mode, hvm, MATCH",
    "virtual-machine, hypervisor_type, lxc, MISMATCH",
    "virtual-machine, vm_mode, exe, MISMATCH",
    "virtual-machine, hypervisor_type, baremetal, MISMATCH",
    "system-container, hypervisor_type, lxc, MATCH",
    "system-container, hypervisor_type, kvm, MISMATCH",
    "zone, hypervisor_type, solariszones, MATCH",
    "bare-metal, hypervisor_type, baremetal, MATCH",
    "bare-metal, hypervisor_type, vmware, MISMATCH",
    "virtual-machine, hypervisor_type, vz, UNOBSERVABLE"
  })
  void imageTellsTheKind(String kind, String property, String value, Standing standing) {
    Facts facts =
        Facts.TRUE
            .without("image.property.hypervisor_type")
            .with("image.property." + property, value);

    ComparedFact row = row("Kind of servers, by the properties of the image", kind(kind), facts);

    assertThat(row.standing()).isEqualTo(standing);
    assertThat(row.observed()).isEqualTo(standing == UNOBSERVABLE ? "" : property + " " + value);
  }

  @Test
  void oneHintOfTheImageThatContradictsIsEnough() {
    ComparedFact row =
        row(
            "Kind of servers, by the properties of the image",
            Declarations.sound(),
            Facts.TRUE.with("image.property.vm_mode", "exe"));

    assertThat(row.observed()).isEqualTo("vm_mode exe");
    assertThat(row.standing()).isEqualTo(MISMATCH);
  }

  @ParameterizedTest
  @CsvSource({
    "3.214, MISMATCH, No machine is deployed and through its firmware within 20 seconds.",
    "19.9, MISMATCH, No machine is deployed and through its firmware within 20 seconds.",
    "20.0, UNOBSERVABLE, 'A machine takes that long, and so does a slow cloud.'",
    "240, UNOBSERVABLE, 'A machine takes that long, and so does a slow cloud.'"
  })
  void noMachineBootsAtOnce(String seconds, Standing standing, String why) {
    ComparedFact row =
        row(
            "Kind of servers, by the time that one took to boot",
            kind("bare-metal"),
            Facts.TRUE.with("time.server.boot", seconds + " s"));

    assertThat(row.observed()).isEqualTo(seconds + " s");
    assertThat(row.standing()).isEqualTo(standing);
    assertThat(row.why()).isEqualTo(why);
  }

  @Test
  void saysThatAKindIsUnknownHere() {
    ComparedFact row = row("Kind of servers", kind("unikernel"), Facts.TRUE);

    assertThat(row.declared()).isEqualTo("unikernel");
    assertThat(row.standing()).isEqualTo(UNOBSERVABLE);
    assertThat(row.why())
        .isEqualTo(
            "This is none of the kinds known here (virtual-machine, system-container, zone,"
                + " bare-metal), so nothing tells.");
  }

  @ParameterizedTest
  @CsvSource({
    "own, Linux version 6.1.0, MATCH",
    "own, none, MISMATCH",
    "shared, none, MATCH",
    "none, none, MATCH",
    "shared, Linux version 6.1.0, MISMATCH",
    "none, Linux version 6.1.0, MISMATCH"
  })
  void consoleLogTellsWhoseKernelItIs(String declared, String seen, Standing standing) {
    ComparedFact row =
        row(
            "Kernel that a server runs on",
            Declarations.reading("kernel: own", "kernel: " + declared),
            Facts.TRUE.with(CONSOLE, seen));

    assertThat(row.standing()).isEqualTo(standing);
  }

  @ParameterizedTest
  @CsvSource({
    "KVM, KVM, MATCH, The guest found it; its version can be seen with admin rights only.",
    "QEMU/KVM, QEMU, MATCH, The guest found it; its version can be seen with admin rights only.",
    "KVM, QEMU, UNOBSERVABLE, 'QEMU makes the machines of KVM, too.'",
    "QEMU, KVM, MISMATCH, The guest found another.",
    "VMware ESXi, KVM, MISMATCH, The guest found another."
  })
  void consoleLogNamesTheHypervisor(String engine, String seen, Standing standing, String why) {
    ComparedFact row =
        row(
            "Hypervisor or container engine",
            Declarations.reading("name: KVM", "name: " + engine),
            Facts.TRUE.with(HYPERVISOR, seen));

    assertThat(row.declared()).isEqualTo(engine + " 7.2");
    assertThat(row.standing()).isEqualTo(standing);
    assertThat(row.why()).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, Linux version 6.1.0, MATCH",
    "'Windows, Linux user space', Linux version 6.1.0, MATCH",
    "Windows, Linux version 6.1.0, MISMATCH",
    "Linux, SunOS 5.11, MISMATCH",
    "Linux, 6.1.0-13-amd64, UNOBSERVABLE",
    "Linux, none, UNOBSERVABLE"
  })
  void aGuestThatBootedIsDeclared(String guests, String seen, Standing standing) {
    ComparedFact row =
        row(
            "Kinds of guest that boot",
            Declarations.reading("guests: [Linux]", "guests: [" + guests + "]"),
            Facts.TRUE.with(CONSOLE, seen));

    assertThat(row.standing()).isEqualTo(standing);
  }

  @Test
  void aLookFromInsideCountsMoreThanTheConsole() {
    ComparedFact row =
        row(
            "Kinds of guest that boot",
            Declarations.sound(),
            Facts.TRUE.with("guest.kernel", "SunOS 5.11"));

    assertThat(row.observed()).isEqualTo("SunOS 5.11");
    assertThat(row.standing()).isEqualTo(MISMATCH);
  }

  @ParameterizedTest
  @CsvSource({"amd64, MATCH", "x86_64, MATCH", "aarch64, MISMATCH"})
  void imageIsMadeForADeclaredArchitecture(String seen, Standing standing) {
    assertThat(
            row(
                    "CPU architectures",
                    Declarations.sound(),
                    Facts.TRUE.with("image.property.architecture", seen))
                .standing())
        .isEqualTo(standing);
  }

  @Test
  void formatsOfImagesAreToldByServersThatBootedAlone() {
    Facts listed =
        Facts.TRUE.with("image.disk-formats", "raw vmdk").with("image.disk-format", "raw");
    Facts booted = listed.with("time.server.boot", "3 s");

    assertThat(row("Image format raw", Declarations.sound(), listed).standing())
        .isEqualTo(UNOBSERVABLE);
    assertThat(row("Image format raw", Declarations.sound(), booted).standing()).isEqualTo(MATCH);
    assertThat(row("Image format qcow2", Declarations.sound(), booted).standing())
        .isEqualTo(UNOBSERVABLE);
    ComparedFact undeclared = row("Image format vmdk", Declarations.sound(), booted);
    assertThat(undeclared.declared()).isEqualTo("does not boot");
    assertThat(undeclared.standing()).isEqualTo(UNOBSERVABLE);
    assertThat(
            row("Image format vmdk", Declarations.sound(), booted.with("image.disk-format", "vmdk"))
                .standing())
        .isEqualTo(MISMATCH);
  }

  private static Declaration kind(String kind) {
    return Declarations.reading("kind: virtual-machine", "kind: " + kind);
  }

  private static ComparedFact row(String what, Declaration declaration, Facts facts) {
    return DeclarationComparisonTest.row(what, declaration, facts);
  }
}
