package org.defcore.clouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.defcore.result.Deviation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionReaderTest {

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  @Test
  void takesTheRegionAskedForBeforeAllOthers() {
    desk.write("work/clouds.yaml", Desk.cloud("acme", "region_name: North"));
    desk.set("OS_REGION_NAME", "South");

    CloudConfig config = desk.configs().load(Optional.of("acme"), Optional.of("East"));

    assertThat(config.region()).contains("East");
    assertThat(config.deviations())
        .containsExactly(new Deviation("region", "East, by --os-region-name"));
  }

  @Test
  void takesTheSettingsOfTheRegionAskedFor() {
    desk.write(
        "work/clouds.yaml",
        Desk.cloud(
            "acme",
            "regions:",
            "  - name: North",
            "  - name: South",
            "    values: {interface: internal}"));

    assertThat(desk.load().deviations())
        .containsExactly(
            new Deviation("region", "North, the first of North, South in clouds.yaml"));
    CloudConfig south = desk.configs().load(Optional.of("acme"), Optional.of("South"));
    assertThat(south.facing()).isEqualTo("internal");
    assertThatThrownBy(() -> desk.configs().load(Optional.of("acme"), Optional.of("West")))
        .hasMessage(
            "clouds.yaml: cloud 'acme': regions: expected one of North, South but found \"West\":"
                + " correct --os-region-name");
  }
}
