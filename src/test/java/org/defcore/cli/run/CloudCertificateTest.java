package org.defcore.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Clouds whose certificate no usual authority vouches for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CloudCertificateTest {

  private static final String ONE_TEST = "TokensV3Test.test_create_token";

  @TempDir private Path work;

  private SimulatedCloud cloud;
  private TlsFront front;

  @BeforeAll
  void start() throws Exception {
    cloud = SimulatedCloud.start(SimulatedCloudOptions.usual());
    front = new TlsFront(cloud.port());
  }

  @AfterAll
  void stop() throws Exception {
    front.close();
    cloud.close();
  }

  @Test
  void untrustedCertificateIsAnsweredWithBothWaysOut() {
    Said said = shell("").run("run", "--os-cloud", "simulated", "--out", "out");

    assertThat(said.code()).isEqualTo(4);
    assertThat(said.onlyLine())
        .startsWith(
            "defcore: cloud 'simulated': POST %s: the certificate of"
                .formatted(front.url("/identity/v3/auth/tokens")))
        .endsWith(
            " is not trusted: set cacert to a file with its authority in clouds.yaml, or verify:"
                + " false, which is reported as a deviation");
  }

  @Test
  void certificateOfANamedAuthorityIsTrusted() {
    Said said = run("cacert: " + front.cacert());

    assertThat(said.code()).as(said.err()).isEqualTo(3);
    assertThat(said.out()).doesNotContain("certificates");
    assertThat(work.resolve("out/plan.json")).content().contains("\"deviations\" : [ ]");
  }

  @Test
  void switchingTheCheckOffIsADeviation() {
    Said said = run("verify: false");

    assertThat(said.code()).as(said.err()).isEqualTo(3);
    String what = "certificates are not checked, by clouds.yaml";
    assertThat(work.resolve("out/plan.json")).content().contains("tls-not-verified", what);
    assertThat(work.resolve("out/report.json")).content().contains("tls-not-verified", what);
    assertThat(work.resolve("out/report.html")).content().contains(what);
  }

  @Test
  void switchingTheCheckOffForTheSecondUserIsADeviationToo() {
    Shell shell = shell("cacert: " + front.cacert());
    String[] users = shell.read("clouds.yaml").split("(?=  simulated-alt)", -1);
    shell.withClouds(users[0] + users[1].replaceFirst("cacert: .*", "verify: false"));

    Said said = run(shell);

    assertThat(said.code()).as(said.err()).isEqualTo(3);
    assertThat(work.resolve("out/plan.json")).content().contains("tls-not-verified");
  }

  @Test
  void missingAuthorityIsAMistakeInTheConfiguration() {
    Said said = run("cacert: gone.pem");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine())
        .isEqualTo(
            "defcore: clouds.yaml: cloud 'simulated': cacert: expected a readable PEM file but found none at"
                + " gone.pem: correct it in clouds.yaml");
  }

  @Test
  void authorityThatIsNoCertificateIsAMistakeInTheConfiguration() {
    Path prose = new Shell(work).write("prose.pem", "See the wiki.\n");

    Said said = run("cacert: prose.pem");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine())
        .startsWith("defcore: " + prose + ": expected PEM certificates but found ")
        .endsWith(": check cacert");
    assertThat(work.resolve("out")).doesNotExist();
  }

  private Said run(String setting) {
    return run(shell(setting));
  }

  private static Said run(Shell shell) {
    return shell.run("run", "--os-cloud", "simulated", "--test", ONE_TEST, "--out", "out");
  }

  private Shell shell(String setting) {
    String yaml =
        cloud
            .cloudsYaml()
            .replace(cloud.authUrl(), front.url("/identity/v3"))
            .replaceAll("(  simulated.*:\n)", "$1    " + setting + "\n");
    return new Shell(work).withClouds(yaml);
  }
}
