package org.defcore.guideline.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.defcore.guideline.Finding;
import org.defcore.guideline.GuidelineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenGuidelinesTest {

  /** A whole guideline in which the table below breaks one thing at a time. */
  private static final String WHOLE =
      """
      {"metadata": {"id": "2030.01", "schema": "2.0",
         "os_trademark_approval": {"status": "draft", "releases": ["zed"],
           "target_approval": "2030.01"},
         "scoring": {"cutoff_score": 74, "criteria": {"doc": {"name": "Doc", "weight": 8}}}},
       "platforms": {"OpenStack Powered Platform": {"components": [{"name": "c"}]}},
       "components": {"c": {"capabilities": {"required": ["cap"], "advisory": []}}},
       "capabilities": {"cap": {"achievements": ["doc"], "admin": false, "description": "d",
         "project": "nova", "tests": {"a/b~t": {
           "idempotent_id": "id-6c0a0990-43b6-4529-9b61-5fd8daf7c55c", "aliases": ["old"],
           "flagged": {"reason": "D400 x", "action": "y", "date": "2020-01-01"}}}}},
       "designated_sections": {"nova": {"required": {"guidance": "g",
         "sections": {"api": {"designated": true}}}}},
       "test_repositories": {"tempest": {"repository": "https://x/", "reference": "master"}}}
      """;

  private final GuidelineReader reader = new GuidelineReader();

  @Test
  void wholeGuidelineHasNoFindings() {
    assertThat(reader.inspect(WHOLE.getBytes(UTF_8)).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "id": "2030.01"            | "id": 7             | /metadata/id: expected a string but found 7
          "id": "2030.01"            | "id": "a b"         | /metadata/id: expected an id such as 2020.06 but found "a b"
          "2.0"                      | "3.0"               | /metadata/schema: expected a schema 1.2 to 1.6 or 2.0 but found "3.0"
          "2.0"                      | "10.0"              | /metadata/schema: expected a schema 1.2 to 1.6 or 2.0 but found "10.0"
          "2.0"                      | "1.1"               | /metadata/schema: expected a schema 1.2 to 1.6 or 2.0 but found "1.1"
          "2.0"                      | "two"               | /metadata/schema: expected a schema 1.2 to 1.6 or 2.0 but found "two"
          "schema": "2.0",           |                     | /: not a guideline: expected /schema or /metadata/schema but found neither
          "draft"                    | "final"             | /metadata/os_trademark_approval/status: expected one of draft, review, advisory, approved, superseded but found "final"
          "target_approval": "2030.01" | "target_approval": "soon" | /metadata/os_trademark_approval/target_approval: expected a date yyyy.mm or yyyy-mm-dd but found "soon"
          ["zed"]                    | "zed"               | /metadata/os_trademark_approval/releases: expected a list but found "zed"
          "cutoff_score": 74         | "cutoff_score": "high" | /metadata/scoring/cutoff_score: expected a whole number but found "high"
          {"name": "Doc", "weight": 8} | 8                 | /metadata/scoring/criteria/doc: expected an object with name and weight but found 8
          [{"name": "c"}]            | [{"name": "d"}]     | /platforms/OpenStack Powered Platform/components/0/name: expected a component of this file, or a source, but found "d"
          [{"name": "c"}]            | ["c"]               | /platforms/OpenStack Powered Platform/components/0: expected an object with name but found "c"
          {"components": [{"name": "c"}]} | 1              | /platforms/OpenStack Powered Platform: expected an object with components but found 1
          "platforms"                | "platform"          | /: expected platforms or add-ons but found neither
          {"required": ["cap"], "advisory": []} | []       | /components/c/capabilities: expected an object with lists of capabilities by status but found a list
          ["cap"]                    | ["cup"]             | /components/c/capabilities/required/0: expected a capability that the file defines but found "cup": a required capability must be defined
          ["cap"]                    | ["cap", null]       | /components/c/capabilities/required/1: expected a string but found null
          "admin": false             | "admin": "no"       | /capabilities/cap/admin: expected true or false but found "no"
          ["doc"]                    | {}                  | /capabilities/cap/achievements: expected a list but found an object
          "id-6c0a0990-43b6-4529-9b61-5fd8daf7c55c" | "id-6c0a" | /capabilities/cap/tests/a~1b~0t/idempotent_id: expected id-<uuid> but found "id-6c0a"
          "idempotent_id"            | "uuid"              | /capabilities/cap/tests/a~1b~0t/idempotent_id: expected id-<uuid> but found nothing
          ["old"]                    | "old"               | /capabilities/cap/tests/a~1b~0t/aliases: expected a list but found "old"
          "2020-01-01"               | "2020-13-01"        | /capabilities/cap/tests/a~1b~0t/flagged/date: expected a date yyyy-mm-dd but found "2020-13-01"
          "reason": "D400 x", |                            | /capabilities/cap/tests/a~1b~0t/flagged/reason: expected a string but found nothing
          "flagged": {               | "flagged": true, "x": { | /capabilities/cap/tests/a~1b~0t/flagged: expected an object with reason, action and date but found true
          {"designated": true}       | {"designated": "y"} | /designated_sections/nova/required/sections/api/designated: expected true or false but found "y"
          "repository": "https://x/" | "repository": 1     | /test_repositories/tempest/repository: expected a string but found 1
          """)
  void refusesWhatIsBroken(String whole, String broken, String problem) {
    assertThat(WHOLE).contains(whole);
    String file = WHOLE.replace(whole, broken == null ? "" : broken);

    GuidelineException refusal =
        catchThrowableOfType(
            GuidelineException.class, () -> reader.read("mine.json", file.getBytes(UTF_8)));

    assertThat(refusal).hasMessage("mine.json: 1 problem(s)\n  " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `` | /: expected JSON but found an empty file
          {"id": "2030.01", | /: line 1, column 18: expected more JSON but found the end of the file: it seems cut off
          id: 2030.01 | /: line 1, column 1: not JSON: Unrecognized token 'id': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
          [] | /: expected a guideline object but found a list
          "2020.06" | /: expected a guideline object but found "2020.06"
          {} {} | /: line 1, column 4: expected one JSON document but found more after it
          {"id": 1, "id": 2} | /: line 1, column 15: expected each key once but found a second 'id'
          """)
  void refusesWhatIsNoGuideline(String content, String problem) {
    assertThat(reader.inspect((content == null ? "" : content).getBytes(UTF_8)).findings())
        .extracting(Finding::toString)
        .containsExactly(problem);
  }

  @Test
  void refusesEveryHalfOfAGuidelineWithoutACrash() {
    for (int length = 0; length < WHOLE.strip().length(); length++) {
      assertThat(reader.inspect(WHOLE.substring(0, length).getBytes(UTF_8)).findings())
          .as("first %d characters", length)
          .hasSize(1)
          .allMatch(it -> it.severity() == Finding.Severity.ERROR);
    }
  }

  @Test
  void namesEveryOneOfFiftyProblems() {
    String tests =
        IntStream.range(0, 50)
            .mapToObj(it -> "\"t" + it + "\": {\"idempotent_id\": \"bad" + it + "\"}")
            .collect(Collectors.joining(", "));
    String file = WHOLE.replace("\"tests\": {", "\"tests\": {" + tests + ", ");

    assertThatThrownBy(() -> reader.read("mine.json", file.getBytes(UTF_8)))
        .isInstanceOf(GuidelineException.class)
        .message()
        .startsWith("mine.json: 50 problem(s)\n")
        .contains(
            "\n  /capabilities/cap/tests/t49/idempotent_id: expected id-<uuid> but found \"bad49\"")
        .satisfies(it -> assertThat(it.lines()).hasSize(51));
  }

  @Test
  void refusesDeepNestingWithoutACrash() {
    String file = "[".repeat(1_000_000);

    assertThat(reader.inspect(file.getBytes(UTF_8)).findings())
        .extracting(Finding::toString)
        .containsExactly("/: nested deeper than 100 levels");
  }

  @Test
  void refusesAFileThatIsTooLarge(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("large.json");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(32L * 1024 * 1024 + 1);
    }

    assertThatThrownBy(() -> reader.read(file))
        .hasMessage(file + ": expected at most 32 MiB but found more: no guideline is that large");
  }

  @Test
  void refusesAFolderAndAMissingFile(@TempDir Path folder) {
    assertThatThrownBy(() -> reader.read(folder))
        .hasMessage(folder + ": expected a guideline file but found a folder");
    Path missing = folder.resolve("none.json");
    assertThatThrownBy(() -> reader.read(missing))
        .hasMessage(missing + ": expected a guideline file but found nothing there");
  }

  @Test
  void findingIsOneLineWhateverAKeyHolds() {
    String file = WHOLE.replace("a/b~t", "a\\nb\\u001b[31m").replace("id-6c0a0990", "x");

    assertThat(reader.inspect(file.getBytes(UTF_8)).findings())
        .singleElement()
        .asString()
        .startsWith("/capabilities/cap/tests/a\\u000ab\\u001b[31m/idempotent_id: ");
  }
}
