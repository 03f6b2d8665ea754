package org.defcore.cli.guideline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.defcore.cli.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuidelineDriftCommandTest {

  private static final String TEST =
      "\"tempest.api.compute.servers.test_servers.ServersTestJSON.test_create_server_with_admin_password\"";

  @TempDir private Path work;
  private Path file = Path.of("");
  private String original = "";

  @BeforeEach
  void copyAGuideline() throws IOException {
    original = Files.readString(Path.of("guidelines/2020.06.json"));
    file = Files.createDirectories(work.resolve("guidelines")).resolve("2020.06.json");
    Files.writeString(file, original);
  }

  @Test
  void fileThatWasOnlyLaidOutAnewIsUnchanged() throws IOException {
    Files.writeString(file, original.replace("\n", "\r\n").replace("  ", "\t"));

    Shell.Said said = drift("--since", Path.of("guidelines").toAbsolutePath().toString());

    assertThat(said.out()).startsWith(file + " since ").contains(": unchanged\n  was sha256:");
    assertThat(said.code()).isZero();
  }

  @Test
  void approvedFileThatLostATestSinceARevisionHasDrifted() throws Exception {
    assertThat(original).contains(TEST);
    commit();
    Files.writeString(file, original.replace(TEST, TEST.replace("password", "pass")));

    Shell.Said said = drift("--since", "HEAD");

    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .contains(": changed although its status was approved\n")
        .contains("changes that an approved guideline must not have (")
        .contains("guideline 2020.06 -> 2020.06\n\ntests renamed (1)\n");
    JsonNode json = new ObjectMapper().readTree(drift("--since", "HEAD", "--format", "json").out());
    assertThat(json.path("drift").asText()).isEqualTo("drifted");
    assertThat(json.at("/diff/tests/renamed")).hasSize(1);
    assertThat(json.at("/changes/0/allowed").asBoolean()).isFalse();
  }

  @Test
  void revisionThatIsNoneIsRefusedInOneLine() throws Exception {
    commit();

    assertThat(drift("--since", "v9").onlyLine())
        .isEqualTo(
            "defcore: --since: expected a folder, or a revision of the git repository in "
                + file.getParent().toRealPath()
                + ", but found \"v9\"");
    assertThat(drift("--since=--help-me").onlyLine()).endsWith("but found \"--help-me\"");
  }

  @Test
  void fileThatTheRevisionLacksIsRefused() throws Exception {
    commit();
    Path other = Files.copy(file, file.resolveSibling("2021.06.json"));

    Shell.Said said =
        new Shell(work).run("guideline", "drift", other.toString(), "--since", "HEAD");

    assertThat(said.onlyLine())
        .isEqualTo("defcore: --since: expected " + other + " in revision HEAD but it is not there");
    assertThat(said.code()).isEqualTo(2);
  }

  @Test
  void folderWithoutTheFileIsRefused() {
    assertThat(drift("--since", work.toString()).onlyLine())
        .isEqualTo("defcore: --since: expected 2020.06.json in " + work + " but it is not there");
  }

  private Shell.Said drift(String... options) {
    List<String> words = new ArrayList<>(List.of("guideline", "drift", file.toString()));
    words.addAll(List.of(options));
    return new Shell(work).run(words.toArray(String[]::new));
  }

  private void commit() throws Exception {
    git("init", "-q");
    git("add", "guidelines");
    git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "Add");
  }

  private void git(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", work.toString()));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
