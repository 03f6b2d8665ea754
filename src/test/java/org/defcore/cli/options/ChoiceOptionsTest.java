package org.defcore.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.defcore.clouds.discovery.Wishes;
import org.defcore.result.Deviation;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ChoiceOptionsTest {

  @Test
  void eachChoiceIsAWishAndADeviation() {
    Wishes wishes =
        CommandLine.populateCommand(
                new ChoiceOptions(),
                "--image=a,b",
                "--flavor=small",
                "--flavor=large",
                "--network=Ext-Net",
                "--external-network=out",
                "--subnet-range=192.168.0.0/20",
                "--volume-type=ssd",
                "--availability-zone=east",
                "--zone-parent=DNS.example.org",
                "--hiding-tag=hidden")
            .wishes();

    assertThat(wishes.images()).containsExactly("a", "b");
    assertThat(wishes.flavors()).containsExactly("small", "large");
    assertThat(wishes.deviations())
        .contains(
            new Deviation("subnet-range", "192.168.0.0/20, by --subnet-range"),
            new Deviation("zone-parent", "dns.example.org., by --zone-parent"),
            new Deviation("hiding-tag", "hidden, by --hiding-tag"),
            new Deviation("network", "Ext-Net, by --network"),
            new Deviation("external-network", "out, by --external-network"))
        .hasSize(9);
  }

  @Test
  void nothingIsWishedIfNothingIsSaid() {
    assertThat(new ChoiceOptions().wishes()).isEqualTo(Wishes.NONE);
    assertThat(Wishes.NONE.deviations()).isEqualTo(List.of());
  }
}
