package org.defcore.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.cli.StoredRun.ID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.cli.bundle.BundledRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history of a cloud, and the capabilities of all. */
class StoreQuestionsTest {

  private static final String FAILED =
      "tempest.api.compute.flavors.test_flavors.FlavorsV2TestJSON.test_list_flavors";

  @TempDir private Path work;

  private Shell shell;

  @BeforeEach
  void make() {
    shell = BundledRun.in(work).shell();
    say("store", "add", "b.zip");
  }

  private Said run(String... words) {
    return shell.run(Map.of("DEFCORE_STORE", "kept"), words);
  }

  private String say(String... words) {
    Said said = run(words);
    assertThat(said.code()).as(said.out() + said.err()).isZero();
    return said.out();
  }

  @Test
  void historyHasTheRunsAndTheTestsThatFailed() throws Exception {
    assertThat(say("store", "history", "simulated")).contains(ID, FAILED);
    JsonNode json =
        new ObjectMapper().readTree(say("store", "history", "simulated", "--format", "json"));
    assertThat(json.at("/cloud/name").asText()).isEqualTo("simulated");
    assertThat(json.at("/runs/0/run").asText()).isEqualTo(ID);
    assertThat(json.at("/tests")).hasSize(1);
    assertThat(json.at("/tests/0/test").asText()).isEqualTo(FAILED);
    assertThat(json.at("/tests/0/flake_rate").isNumber()).isTrue();
    assertThat(say("store", "history", "simulated", "--format", "csv").lines()).hasSize(2);
    assertThat(say("store", "history", "simulated", "--format", "csv", "--all").lines()).hasSize(9);
  }

  @Test
  void historyIsAPage() {
    assertThat(say("store", "history", "simulated", "--format", "html", "--out", "h.html"))
        .isEqualTo("history: h.html\n");
    assertThat(shell.read("h.html")).startsWith("<!DOCTYPE html>").contains("<svg", FAILED);
    assertThat(run("store", "history", "simulated", "--format", "pdf").error())
        .contains("--format: expected one of table, json, csv, html but found \"pdf\"");
  }

  @Test
  void historyIsOfAKnownCloud() {
    assertThat(run("store", "history", "acme").onlyLine())
        .endsWith("expected one cloud called \"acme\" but found none: see defcore store list");
    assertThat(run("store", "history", "simulated", "--region", "RegionTwo").onlyLine())
        .contains("found none");
    assertThat(say("store", "history", "simulated", "--region", "RegionOne")).contains(ID);
  }

  @Test
  void adoptionHasARowForEachCapabilityOfATarget() {
    String platform = say("store", "adoption", "--guideline", "2020.06", "--format", "csv");

    assertThat(platform)
        .startsWith("capability,status,tests,clouds,all,some,none,not_tested,vendors\n")
        .as("a simulated cloud does not count")
        .contains("\ncompute-flavors-list,required,2,0,0,0,0,0,0\n");
    assertThat(
            say(
                "store",
                "adoption",
                "--guideline",
                "2020.06",
                "--target",
                "object",
                "--format",
                "csv"))
        .doesNotContain("compute-flavors-list")
        .contains("\nobjectstore-");
    assertThat(say("store", "adoption", "--by", "kind")).startsWith("CAPABILITY").contains("KIND");
    assertThat(run("store", "adoption", "--by", "colour").error())
        .contains("--by: expected one of kind, vendor but found \"colour\"");
  }
}
