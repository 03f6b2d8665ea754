package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Flags of volumes as a client of the simulated cloud sets and sees them. */
final class VolumeFlagsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @RegisterExtension final SteppedCloud stepped = SteppedCloud.inStagesOf(SECOND);

  @Test
  void aVolumeIsBootableAsItIsSaid() throws Exception {
    BlockStorage storage = new BlockStorage(stepped.cloud());
    String one = "/volumes/" + storage.volume("'size': 1");

    assertThat(act(storage, one, "'os-set_bootable': {'bootable': true}")).isEqualTo(200);
    assertThat(storage.show(one).path("bootable").asText()).isEqualTo("true");
    assertThat(storage.show("/volumes?bootable=true")).hasSize(1);
    assertThat(act(storage, one, "'os-set_bootable': {'bootable': 'False'}")).isEqualTo(200);
    assertThat(storage.show(one).path("bootable").asText()).isEqualTo("false");
    assertThat(storage.show("/volumes?bootable=true")).isEmpty();
    assertThat(act(storage, one, "'os-set_bootable': {}")).isEqualTo(400);
    assertThat(act(storage, one, "'os-set_bootable': {'bootable': 'perhaps'}")).isEqualTo(400);
    assertThat(act(storage, "/volumes/nothing", "'os-set_bootable': {'bootable': true}"))
        .isEqualTo(404);
  }

  @Test
  void aVolumeAtRestIsReadOnlyAsItIsSaidAmongItsMetadata() throws Exception {
    BlockStorage storage = new BlockStorage(stepped.cloud());
    String one = "/volumes/" + storage.volume("'size': 1, 'metadata': {'a': '1'}");
    String readOnly = "'os-update_readonly_flag': {'readonly': true}";

    assertThat(act(storage, one, readOnly)).as("while it is made").isEqualTo(400);
    stepped.clock().pass(SECOND);
    assertThat(act(storage, one, readOnly)).isEqualTo(202);
    assertThat(storage.show(one).path("metadata"))
        .hasToString("{\"a\":\"1\",\"readonly\":\"True\"}");
    assertThat(storage.show(one).has("readonly")).isFalse();
    assertThat(storage.show(one + "/metadata")).hasToString("{\"a\":\"1\"}");
    assertThat(act(storage, one, readOnly.replace("true", "false"))).isEqualTo(202);
    assertThat(storage.show(one).at("/metadata/readonly").asText()).isEqualTo("False");
    assertThat(act(storage, one, "'os-update_readonly_flag': {'readonly': 1.5}")).isEqualTo(400);
  }

  @Test
  void aVolumeOfAnEmptyIdIsNotThere() throws Exception {
    BlockStorage storage = new BlockStorage(stepped.cloud());

    assertThat(storage.delete("/volumes/")).isEqualTo(404);
    assertThat(storage.put("/volumes/", "{'volume': {}}").statusCode()).isEqualTo(404);
    assertThat(storage.status("/volumes/")).isEqualTo("404");
  }

  private static int act(BlockStorage storage, String volume, String action) throws Exception {
    return storage.refused(volume + "/action", "{" + action + "}");
  }
}
