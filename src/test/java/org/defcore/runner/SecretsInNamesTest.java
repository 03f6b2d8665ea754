package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.http.redact.Secrets;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords that stand where names and addresses stand. */
class SecretsInNamesTest {

  private static final String LIST_IMAGES = "1e341d7a-90a9-494c-b143-2cdf2aeb6aee";
  private static final String PASSWORD = "Tr0ub4dor.Staple";

  @TempDir Path dir;

  private static SimulatedCloud start(String password, String... defects) {
    return SimulatedCloud.start(
        SimulatedCloudOptions.usual().withPassword(password).withDefects(List.of(defects)));
  }

  private Said run(Shell shell, String... more) {
    return shell.run(
        Stream.concat(Stream.of("run", "--os-cloud", "simulated", "--out", "out"), Stream.of(more))
            .toArray(String[]::new));
  }

  private void assertNowhere(Said said, String secret) throws IOException {
    assertThat(said.out() + said.err()).doesNotContain(secret);
    try (Stream<Path> files = Files.walk(dir.resolve("out"))) {
      assertThat(files.filter(Files::isRegularFile).filter(it -> text(it).contains(secret)))
          .isEmpty();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aliasOfAnExtensionAndAnAddressOfTheUserAreMasked() throws Exception {
    try (SimulatedCloud cloud =
        start(
            PASSWORD, "network.extensions.list.set=/extensions/0/alias:\"al-" + PASSWORD + "\"")) {
      Shell shell =
          new Shell(dir)
              .withClouds(
                  cloud
                      .cloudsYaml()
                      .replaceFirst(
                          "( +)auth:",
                          "$1object_store_endpoint_override: http://127.0.0.1:1/"
                              + PASSWORD
                              + "\n$1auth:"));

      Said said = run(shell, "--service", "network,object-store");

      assertNowhere(said, PASSWORD);
      assertThat(shell.read("out/observation.json"))
          .contains("\"network.extension." + Secrets.MASK + "\"");
      assertThat(shell.read("out/plan.json")).contains("object-store at http://127.0.0.1:1/[red");
    }
  }

  @Test
  void addressInTheCatalogueIsMasked() throws Exception {
    try (SimulatedCloud cloud =
        start(
            PASSWORD,
            "identity.tokens.create.set=/token/catalog/*/endpoints/*/url:\"http://u:"
                + PASSWORD
                + "@ bad host/\"")) {
      Said said = run(new Shell(dir).with(cloud), "--test", LIST_IMAGES);

      assertThat(said.err()).as("a long password that is no name").doesNotContain("warning");
      assertThat(text(dir.resolve("out/observation.json"))).contains("[redacted]@ bad host");
      assertNowhere(said, PASSWORD);
    }
  }

  @Test
  void passwordThatIsTheNameOfTheRegionIsWarnedOfAndMasked() throws Exception {
    try (SimulatedCloud cloud = start("RegionOne")) {
      Shell shell = new Shell(dir).with(cloud);

      Said said = run(shell, "--test", LIST_IMAGES);

      assertThat(said.err())
          .contains(
              "warning: cloud 'simulated': the password stands in the region: what holds it is"
                  + " masked everywhere: choose a longer one that is not a name");
      assertNowhere(said, "RegionOne");
      assertThat(shell.run("cleanup", "out").code()).isZero();
    }
  }

  @Test
  void shortPasswordIsWarnedOf() {
    try (SimulatedCloud cloud = start("abc")) {
      assertThat(run(new Shell(dir).with(cloud), "--test", LIST_IMAGES).err())
          .contains("the password is shorter than 4 characters and is not masked");
    }
  }
}
