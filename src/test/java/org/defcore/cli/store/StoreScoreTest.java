package org.defcore.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.cli.StoredRun.ID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.cli.bundle.BundledRun;
import org.defcore.store.kit.StoreKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** All runs of a store under another guideline, and stored runs where other commands take a run. */
@ParameterizedClass
@EnumSource
class StoreScoreTest {

  private static final String POLICY =
      """
      waivers:
        - capability: compute-flavors-list
          for: simulated
          reason: the defect is switched on
          granted_by: the tests
          from: 2030-01-01
          until: 2030-01-31
      """;

  @Parameter private StoreKind kind;
  @TempDir private Path work;

  private Shell shell;
  private Map<String, String> variables;

  @BeforeEach
  void make() {
    shell = BundledRun.in(work).shell();
    variables = StoreKind.variables(kind.in(work, StoreScoreTest.class));
    assertThat(say("store", "add", "b.zip")).contains("added");
  }

  private Said run(String... words) {
    return shell.run(variables, words);
  }

  private String say(String... words) {
    Said said = run(words);
    assertThat(said.code()).as(said.out() + said.err()).isZero();
    return said.out();
  }

  private static String column(JsonNode row, String column) {
    return row.path(column).path("word").asText();
  }

  /** Target and the words of both columns. */
  private List<String> scored(String guideline, String... more) throws IOException {
    Said said =
        run(
            Stream.concat(
                    Stream.of("score", "run", "--guideline", guideline, "--format", "json"),
                    Stream.of(more))
                .toArray(String[]::new));
    List<String> rows = new ArrayList<>();
    for (JsonNode row : new ObjectMapper().readTree(said.out()).path("rows")) {
      rows.add(
          row.at("/target/key").asText()
              + " "
              + row.path("word").asText()
              + " "
              + column(row, "api_contract"));
    }
    return rows;
  }

  private List<String> changed(String guideline, String... more) throws IOException {
    String json =
        say(
            Stream.concat(
                    Stream.of("score", "--guideline", guideline, "--format", "json"),
                    Stream.of(more))
                .toArray(String[]::new));
    List<String> rows = new ArrayList<>();
    for (JsonNode row : new ObjectMapper().readTree(json).path("changes")) {
      assertThat(row.path("run").asText()).isEqualTo(ID);
      rows.add(
          row.path("target").asText()
              + " "
              + row.path("after").asText()
              + " "
              + row.path("api_contract_after").asText());
    }
    return rows;
  }

  @Test
  void verdictsAreThoseOfTheRunsOneByOne() throws IOException {
    for (String guideline : List.of("2018.02", "2022.11", "dns.2020.06", "2026.11")) {
      List<String> alone = scored(guideline);
      List<String> before = scored("2020.06");

      assertThat(alone).as(guideline).isNotEmpty();
      assertThat(changed(guideline))
          .as(guideline)
          .containsExactlyInAnyOrderElementsOf(
              alone.stream().filter(it -> !before.contains(it)).toList());
    }
  }

  @Test
  void guidelineOfTheRunsChangesNothing() {
    assertThat(say("score", "--guideline", "2020.06"))
        .contains("platform  not-conformant  not-conformant  1\n")
        .endsWith("no verdict differs\n");
  }

  @Test
  void policyCounts() throws IOException {
    shell.write("policy.yaml", POLICY);

    assertThat(changed("2020.06")).isEmpty();
    assertThat(changed("2020.06", "--policy", "policy.yaml"))
        .isNotEmpty()
        .isSubsetOf(scored("2020.06", "--policy", "policy.yaml"));
  }

  @Test
  void runsThatComeLaterAreScoredToo() {
    String csv = say("score", "--guideline", "2018.02", "--format", "csv");
    say("store", "remove", ID);
    assertThat(say("score", "--guideline", "2018.02", "--format", "csv").lines()).hasSize(1);

    say("store", "add", "b.zip");

    assertThat(say("score", "--guideline", "2018.02", "--format", "csv")).isEqualTo(csv);
    assertThat(csv.lines().toList().get(0)).startsWith("run,vendor,product,version,cloud,");
  }

  @Test
  void oneGuidelineAndAStoreAreNeeded() {
    assertThat(run("score", "--guideline", "2018.02,2020.06").onlyLine())
        .contains("--guideline: expected one guideline for the runs of a store");
    assertThat(shell.run("score", "--guideline", "2018.02").onlyLine())
        .contains("expected RUN, or --store for all runs of one");
  }

  @Test
  void storedRunIsTakenForARun() {
    assertThat(run("score", ID, "--guideline", "2020.06").out())
        .isEqualTo(run("score", "run", "--guideline", "2020.06").out());
    assertThat(run("compare", ID, "run").code()).isZero();
    assertThat(run("compare", ID, ID).onlyLine()).contains("again");
    assertThat(run("report", ID, "--format", "csv").out())
        .isEqualTo(run("report", "run", "--format", "csv").out());
    assertThat(run("report", "defcore-none").onlyLine())
        .contains("expected one run called \"defcore-none\" but found none");
  }
}
