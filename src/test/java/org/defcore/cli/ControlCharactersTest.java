package org.defcore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.cli.Shell.Said;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Control characters in files that others made, and none of them on the terminal. */
class ControlCharactersTest {

  /** Colours, C1's own introducer, DEL, a bell, turned text, ends of line that are none. */
  private static final String EVIL =
      "\u001b[31m\u009b2J\u007f\u0007\u0085\u202e\u2066\u200f\u2028evil";

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path work;

  private static Shell shell;

  @BeforeAll
  static void write() throws IOException {
    shell = new Shell(work);
    run("run");
    run("other");
    String guideline = Files.readString(Path.of("guidelines/2020.06.json"));
    shell.write(
        "evil.json", guideline.replace("compute-servers-create", "compute-servers-" + escaped()));
    shell.write(
        "evil.yaml",
        Files.readString(Path.of("samples/declarations/kvm.yaml"))
            .replaceFirst("vendor: .*", Matcher.quoteReplacement("vendor: \"" + escaped() + "\"")));
    shell.withAcme("http://127.0.0.1:1/v3");
    shell.withClouds(shell.read("clouds.yaml").replace("acme", "\"" + escaped() + "\""));
  }

  private static void run(String name) {
    StoredRun run = StoredRun.copiedTo(work.resolve(name));
    run.write(
        "plan.json",
        run.read("plan.json")
            .replace("\"cloud\" : \"simulated", "\"cloud\" : \"" + escaped())
            .replace("\"simulated-alt\"", "null"));
    run.write("observation.json", run.read("observation.json").replace("2.93", "2.93" + escaped()));
    run.write(
        "outcomes.jsonl", run.read("outcomes.jsonl").replace("expected", escaped() + "expected"));
  }

  /** As it may stand in JSON and YAML, between quotes. */
  private static String escaped() {
    return EVIL.chars()
        .mapToObj(it -> it > ' ' && it < 0x7F ? Character.toString(it) : "\\u%04x".formatted(it))
        .collect(Collectors.joining());
  }

  static Stream<List<String>> tables() {
    return Stream.of(
            "guideline show @/evil.json",
            "guideline diff 2020.06 @/evil.json",
            "declare check evil.yaml --run run",
            "compare run other",
            "cleanup run",
            "--debug guideline show " + EVIL + ".json",
            "guideline " + EVIL)
        .map(it -> List.of(it.replace("@", work.toString()).split(" ", -1)));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void noneComesOutOfATable(List<String> arguments) {
    Said said = shell.run(arguments.toArray(String[]::new));

    assertThat(said.out() + said.err()).contains("evil").doesNotContain(EVIL.substring(0, 1));
    assertThat(said.out() + said.err())
        .as("what shows")
        .doesNotContainPattern(
            "[\\p{Cc}&&[^\\n\\t]]|[\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "guideline show @/evil.json --output json",
        "declare check evil.yaml --output json"
      })
  void jsonKeepsTheValueAndEscapesThem(String command) throws JsonProcessingException {
    Said said = shell.run(command.replace("@", work.toString()).split(" ", -1));
    String out = said.out();

    assertThat(out).as(said.err()).isNotEmpty();
    assertThat(out).doesNotContainPattern("[\\p{Cc}&&[^\\n]]|[\u2028\u202e\u2066\u200f\ufffd]");
    assertThat(texts(JSON.readTree(out))).anyMatch(it -> it.contains(EVIL));
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isTextual()) {
      texts.add(node.textValue());
    }
    node.fieldNames().forEachRemaining(texts::add);
    node.forEach(it -> texts.addAll(texts(it)));
    return texts;
  }

  @Test
  void debugKeepsThemOutOfTheStackTrace() {
    Said said = shell.run("--debug", "guideline", "show", EVIL + ".json");

    assertThat(said.err()).contains("\tat ", "\ufffd[31m\ufffd2J\ufffd").doesNotContain("\u001b");
  }
}
