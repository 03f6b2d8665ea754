package org.defcore.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.defcore.simcloud.kind.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A vendor says KVM, another release and nothing of what is switched off; the cloud is none of it.
 */
@Timeout(120)
class FalseDeclarationTest {

  private static final String KEY_PAIR = "f9e15296-d7f9-4e62-b53f-a04e89160833";
  private static final String HARD_REBOOT = "2cb1baf6-ac8d-4429-bf0d-ba8a0ba53e32";

  @TempDir private Path work;

  private Said run(Kind kind, String sample, String defect) throws Exception {
    Shell shell = new Shell(work);
    shell.write("says.yaml", Files.readString(Path.of("samples/declarations", sample)));
    SimulatedCloudOptions options =
        SimulatedCloudOptions.usual().withKind(kind).withDefects(List.of(defect));
    try (SimulatedCloud cloud = SimulatedCloud.start(options)) {
      return shell
          .with(cloud)
          .run(
              "run",
              "--os-cloud",
              "simulated",
              "--test",
              KEY_PAIR + "," + HARD_REBOOT,
              "--declaration",
              "says.yaml",
              "--out",
              "out");
    }
  }

  @Test
  void kindReleaseAndAHiddenRefusalAreContradicted() throws Exception {
    Said said = run(Kind.SYSTEM_CONTAINER, "kvm.yaml", "compute.servers.reboot.status=403");

    assertThat(said.out())
        .contains(
            "  contradicted: Kind of servers, by the console log of one: declared virtual-machine,"
                + " observed none\n")
        .contains(
            "  contradicted: OpenStack release, by its compute API: declared 2024.1, observed ")
        .contains("  contradicted: Operation on servers: reboot-hard: declared offered, observed ");
    assertThat(Files.readString(work.resolve("out/report.html")))
        .contains("The declaration does not match what was observed.");
  }

  @Test
  void machineThatIsThereAtOnceIsNone() throws Exception {
    Said said = run(Kind.VIRTUAL_MACHINE, "ironic.yaml", "compute.servers.reboot.slow=1");

    assertThat(said.out())
        .contains(
            "  contradicted: Kind of servers, by the time that one took to boot: declared"
                + " bare-metal, observed 0 s\n");
  }

  @Test
  void whatIsTrueIsNotContradicted() throws Exception {
    Said said = run(Kind.VIRTUAL_MACHINE, "kvm.yaml", "compute.servers.reboot.slow=1");

    assertThat(said.out())
        .contains("  declared and observed: ")
        .doesNotContain("contradicted: Kind of servers")
        .doesNotContain("contradicted: Operation on servers");
  }
}
