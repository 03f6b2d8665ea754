package org.defcore.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo on a cloud of another kind of compute. */
class KindOptionTest {

  @TempDir private Path work;

  @Test
  void aDemoFailsWhereNotEverythingCanBeDoneAndLeavesNothingBehind() throws IOException {
    Said said = new Shell(work).run("demo", "--kind", "zone", "--wait", "3", "--out", "demo");

    assertThat(said.code()).as(said.err()).isEqualTo(1);
    assertThat(said.err()).doesNotContain("\tat ", "left behind");
    assertThat(said.out()).contains("the cloud was simulated");
    assertThat(outcomes()).doesNotContain("\"error\"");
  }

  private String outcomes() throws IOException {
    JsonNode report =
        new ObjectMapper().readTree(Files.readString(work.resolve("demo/report.json")));
    return report.findValues("outcome").toString();
  }

  @Test
  void theDemoIsOnVirtualMachinesIfNothingIsSaid() {
    assertThat(new Shell(work).run("demo", "--help").out()).contains("Default: virtual-machine.");
  }
}
