package org.defcore.clouds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second user of a cloud, from the configuration beside it. */
class SecondUserTest {

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  @Test
  void findsTheSecondUserByName() {
    desk.write("work/clouds.yaml", Desk.two("https://a.example", "ben", "two"));

    Optional<CloudConfig> second = desk.configs().secondFor(desk.load("acme"));

    assertThat(second).map(CloudConfig::name).contains("acme-alt");
  }

  @Test
  void refusesASecondUserThatIsNoSecondUser() {
    desk.write("work/clouds.yaml", Desk.two("https://elsewhere.example", "ben", "two"));
    assertThat(desk.configs().secondFor(desk.load("acme"))).as("another cloud").isEmpty();

    desk.write("work/clouds.yaml", Desk.two("https://a.example", "anna", "two"));
    assertThat(desk.configs().secondFor(desk.load("acme"))).as("the same user").isEmpty();

    desk.write("work/clouds.yaml", Desk.two("https://a.example", "ben", "one"));
    assertThat(desk.configs().secondFor(desk.load("acme"))).as("the same project").isEmpty();

    desk.write("work/clouds.yaml", Desk.cloud("acme"));
    assertThat(desk.configs().secondFor(desk.load("acme"))).as("no such cloud").isEmpty();
  }
}
