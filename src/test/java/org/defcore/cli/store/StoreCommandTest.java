package org.defcore.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.cli.StoredRun.ID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.defcore.cli.Shell.Said;
import org.defcore.cli.bundle.BundledRun;
import org.defcore.store.StorePlace;
import org.defcore.store.kit.StoreKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Keeping runs in a store, and giving them back. */
@ParameterizedClass
@EnumSource
class StoreCommandTest {

  @Parameter private StoreKind kind;
  @TempDir private Path work;

  private BundledRun bundled;
  private Map<String, String> variables;

  @BeforeEach
  void make() {
    bundled = BundledRun.in(work);
    variables = StoreKind.variables(kind.in(work, StoreCommandTest.class));
  }

  private Said store(String command, String... words) {
    return bundled
        .shell()
        .run(
            variables,
            Stream.of(List.of("store", command), List.of(words))
                .flatMap(List::stream)
                .toArray(String[]::new));
  }

  private String say(String command, String... words) {
    Said said = store(command, words);
    assertThat(said.code()).as(said.out() + said.err()).isZero();
    return said.out();
  }

  @Test
  void bundleIsKeptOnceAndGivenBackByteByByte() throws IOException {
    assertThat(say("add", "b.zip")).isEqualTo("b.zip: added as " + ID + ", not-conformant\n");
    assertThat(say("add", "b.zip")).startsWith("b.zip: already there as " + ID);

    say("export", ID, "--out", "back.zip");

    assertThat(bundled.path("back.zip")).hasSameBinaryContentAs(bundled.path("b.zip"));
    assertThat(store("export", ID, "--out", "back.zip").onlyLine()).contains("back.zip", "new");
  }

  @Test
  void folderIsBundledAndKeptOnce() {
    say("add", "run");

    assertThat(say("add", "run")).contains("already there");
    say("export", ID, "--out", "back.zip");
    assertThat(bundled.say("bundle", "show", "back.zip").out())
        .contains("tiers: public, reviewer, private\n");
  }

  @Test
  void listsInThreeForms() throws IOException {
    say("add", "b.zip");

    assertThat(say("list").lines().toList().get(1))
        .startsWith(ID)
        .contains("2020.06", "platform", "not-conformant");
    JsonNode json = new ObjectMapper().readTree(say("list", "--format", "json"));
    assertThat(json.get(0).path("run").asText()).isEqualTo(ID);
    List<String> csv = say("list", "--format", "csv").lines().toList();
    assertThat(csv.get(0)).startsWith("run,started,vendor,");
    assertThat(csv).hasSize(2);
  }

  @Test
  void listIsNarrowed() {
    say("add", "b.zip");

    for (String[] fits :
        new String[][] {
          {"--guideline", "2020.06"}, {"--verdict", "not-conformant"}, {"--cloud", "simulated"}
        }) {
      assertThat(say("list", fits)).as(String.join(" ", fits)).contains(ID);
      assertThat(say("list", fits[0], "other")).as(fits[0]).doesNotContain(ID);
    }
    for (String option : List.of("--vendor", "--product", "--release", "--kind")) {
      assertThat(say("list", option, "other")).as(option).doesNotContain(ID);
    }
  }

  @Test
  void showsOneRunByItsIdOrHash() throws IOException {
    say("add", "b.zip");
    JsonNode facts = new ObjectMapper().readTree(say("show", ID, "--format", "json"));
    String hash = facts.get(1).path("value").asText();

    assertThat(say("show", hash.substring(0, 12))).contains(ID, "verdict platform");
    assertThat(store("show", "defcore-none").onlyLine())
        .contains("expected one run called \"defcore-none\" but found none");
  }

  @Test
  void removedRunLeavesNothing() throws IOException {
    say("add", "b.zip");

    assertThat(say("remove", ID)).isEqualTo("removed: " + ID + "\n");

    assertThat(say("list").lines()).hasSize(1);
    try (Stream<Path> files = Files.walk(work.resolve("kept"))) {
      assertThat(files.filter(Files::isRegularFile).map(it -> it.getFileName().toString()))
          .isSubsetOf(".lock", "store.mv.db");
    }
  }

  @Test
  void rowsAreMadeAgainFromTheBundles() throws IOException {
    say("add", "b.zip");
    String before = say("list") + say("show", ID).replaceAll("added .*", "");
    variables = StoreKind.variables(emptied());
    assertThat(say("list").lines()).hasSize(1);

    assertThat(say("rebuild")).isEqualTo("runs: 1\n");

    assertThat(say("list") + say("show", ID).replaceAll("added .*", "")).isEqualTo(before);
  }

  /** The same files, and a database that was lost. */
  private StorePlace emptied() throws IOException {
    Files.deleteIfExists(work.resolve("kept/store.mv.db"));
    return kind.in(work, StoreCommandTest.class);
  }

  @Test
  void tiersThatComeLaterAreAdded() {
    bundled.say("bundle", "extract", "b.zip", "--tier", "public", "--out", "p.zip");
    say("add", "p.zip");

    assertThat(say("add", "b.zip")).contains("already there");

    say("export", ID, "--out", "back.zip");
    assertThat(bundled.path("back.zip")).hasSameBinaryContentAs(bundled.path("b.zip"));
  }

  @Test
  void otherBundleOfTheSameRunIsRefused() {
    say("add", "b.zip");
    bundled.say("bundle", "create", "run", "--out", "c.zip");

    Said said = store("add", "c.zip");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.error()).contains("c.zip: run " + ID + " is in the store already");
    assertThat(say("list").lines()).hasSize(2);
  }

  @Test
  void whatCannotBeAddedKeepsNothingFromTheOthers() throws IOException {
    byte[] bundle = Files.readAllBytes(bundled.path("b.zip"));
    bundle[bundle.length / 2] ^= 1;
    Files.write(work.resolve("broken.zip"), bundle);

    Said said = store("add", "broken.zip", "none", "b.zip");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err().lines())
        .hasSize(2)
        .anyMatch(it -> it.matches("defcore: .*broken\\.zip: .*does not match.*"))
        .anyMatch(it -> it.matches("defcore: .*none: expected the folder of a run.*"));
    assertThat(said.out()).isEqualTo("b.zip: added as " + ID + ", not-conformant\n");
  }

  @Test
  void damagedFileIsNamed() throws IOException {
    say("add", "b.zip");
    Path largest;
    try (Stream<Path> files = Files.walk(work.resolve("kept/files"))) {
      largest = files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    byte[] content = Files.readAllBytes(largest);
    content[content.length / 2] ^= 1;
    Files.write(largest, content);

    Said said = store("export", ID, "--out", "back.zip");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine()).containsAnyOf(largest.toString(), "does not match its sum");
    assertThat(bundled.path("back.zip")).doesNotExist();

    Files.delete(largest);
    assertThat(store("export", ID, "--out", "back.zip").onlyLine()).contains(largest + ": missing");
  }
}
