package org.defcore.guideline.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.guideline.lint.LintSamples.CLEAN;
import static org.defcore.guideline.lint.LintSamples.LISTED;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.defcore.guideline.Rule;
import org.defcore.guideline.library.GuidelineLibrary;
import org.defcore.guideline.read.GuidelineSchema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A guideline without fault, and one fault at a time. */
class LintRulesTest {

  @TempDir private Path folder;

  @Test
  void findsNothingInAFaultlessFile() {
    assertThat(lines(CLEAN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "schema": "2.0" | "schema": "2.1" | warning schema-version /metadata/schema: expected schema 2.0 but found "2.1": read as 2.0
          "id": "2030.01" | "id": "2030.02" | warning file-name /metadata/id: expected "2030.01" as the file is named but found "2030.02"
          "status": "draft" | "status": "superceded" | warning approval-words /metadata/os_trademark_approval/status: expected "superseded" but found "superceded": read as that
          "achievements": ["deployed", "doc"] | "acheivements": ["deployed", "doc"] | warning misspelt-key /capabilities/one/acheivements: expected the key "achievements": read as that
          "description": "d", "project" | "descriptin": "d", "project" | warning misspelt-key /capabilities/one/descriptin: expected the key "description": read as that
          "deprecated": [],\\n | "depricated": [],\\n | warning misspelt-key /components/os_powered_compute/capabilities/depricated: expected the key "deprecated": read as that
          "aliases": ["tempest.x"] | "alises": ["tempest.x"] | error lost-key /capabilities/one/tests/tempest.a/alises: "alises" is not read: was "aliases" meant?
          "flagged": | "falgged": | error lost-key /capabilities/one/tests/tempest.a/falgged: "falgged" is not read: was "flagged" meant?
          "date": "2029-01-01" | "dates": "2029-01-01" | error lost-key /capabilities/one/tests/tempest.a/flagged/dates: "dates" is not read: was "date" meant?
          "advisory": ["three"] | "advisry": ["three"] | error lost-key /components/os_powered_compute/capabilities/advisry: "advisry" is not read: was "advisory" meant?
          "admin": false, "d | "d | note missing-key /capabilities/one/admin: expected true or false but found nothing: read as false
          "required": ["one", "two"] | "required": ["one", "two", "four"] | error required-undefined /components/os_powered_compute/capabilities/required/2: expected a capability that the file defines but found "four": a required capability must be defined
          "removed": []\\n | "removed": ["four"]\\n | warning listed-undefined /components/os_powered_compute/capabilities/removed/0: expected a capability that the file defines but found "four": left out
          {"name": "os_powered_compute"} | {"name": "nowhere"} | error undefined-component /platforms/OpenStack Powered Compute/components/0/name: expected a component of this file, or a source, but found "nowhere"
          {"name": "os_powered_compute"} | {"name": "nowhere", "source": "https://example.org/2031.01.json"} | error unresolved-source /platforms/OpenStack Powered Compute/components/0/source: 2030.01: expected guideline "2031.01" for component "nowhere" but the library has none: add it to the guidelines folder
          "advisory": ["three"] | "advisory": [] | warning orphan-capability /capabilities/three: "three" is in no component
          "advisory": ["three"] | "advisory": ["three", "two"] | error status-conflict /components/os_powered_compute/capabilities/advisory/1: "two" is required already: read as required
          "advisory": ["three"] | "advisory": ["three", "three"] | warning listed-twice /components/os_powered_compute/capabilities/advisory/1: "three" is advisory already
          "achievements": [] | "achievements": ["dok"] | warning unknown-criterion /capabilities/three: expected keys of criteria as achievements but found "dok"
          "tempest.d": {"idempotent_id": "id-00000000-0000-0000-0000-000000000004"} | | warning no-tests /capabilities/three/tests: "three" has no tests
          "tempest.d" | "tempest.c" | warning test-in-two-capabilities /capabilities/three/tests/tempest.c: this test is also in capability "two"
          "tempest.d" | "tempest.c" | error name-of-two-ids /capabilities/three/tests/tempest.c: this test has the id 00000000-0000-0000-0000-000000000003 elsewhere
          000000000004 | 000000000003 | warning id-of-two-names /capabilities/three/tests/tempest.d: this id is also that of "tempest.c"
          "tempest.y" | "tempest.b" | warning alias-is-a-name /capabilities/two/tests/tempest.c/aliases/0: the alias "tempest.b" is also another test's name
          "tempest.y" | "tempest.x" | error alias-of-two /capabilities/two/tests/tempest.c/aliases/0: the alias "tempest.x" is also one of "tempest.a"
          "tempest.y" | "tempest.c" | note own-alias /capabilities/two/tests/tempest.c/aliases/0: the alias is the test's own name
          "id-00000000-0000-0000-0000-000000000004" | "" | warning no-id /capabilities/three/tests/tempest.d/idempotent_id: expected id-<uuid> but found the stand-in "": read as no id
          "id-00000000-0000-0000-0000-000000000004" | "id-00000000-0000-0000-0000-000000000004,smoke" | warning id-trailer /capabilities/three/tests/tempest.d/idempotent_id: expected id-<uuid> alone but found "id-00000000-0000-0000-0000-000000000004,smoke": read without the rest
          "id-00000000-0000-0000-0000-000000000004" | "00000000-0000-0000-0000-000000000004" | note id-prefix /capabilities/three/tests/tempest.d/idempotent_id: expected "id-" before the UUID but found "00000000-0000-0000-0000-000000000004"
          "id-00000000-0000-0000-0000-000000000004" | "four" | error structure /capabilities/three/tests/tempest.d/idempotent_id: expected id-<uuid> but found "four"
          "tempest.d" | "tempest.api.NEED_TEST" | warning placeholder-test /capabilities/three/tests/tempest.api.NEED_TEST: "tempest.api.NEED_TEST" of capability "three" stands in for a test
          "flagged": { | "flagged": null, "x": { | error flag-null /capabilities/one/tests/tempest.a/flagged: expected reason, action and date but found null: read as not flagged
          "flagged": { | "flag": { | warning flag-key /capabilities/one/tests/tempest.a/flag: expected the key "flagged": read as that
          "flagged": { | "flag": {}, "flagged": { | error flag-twice /capabilities/one/tests/tempest.a/flag: this test has "flagged", too: "flag" is not read
          [D400] needs | needs | warning flag-code /capabilities/one/tests/tempest.a/flagged/reason: expected a code such as D400 before the reason but found "needs admin rights"
          , "date": "2029-01-01" | | warning flag-date /capabilities/one/tests/tempest.a/flagged/date: expected a date yyyy-mm-dd but found nothing
          "action": "do", | | note flag-action /capabilities/one/tests/tempest.a/flagged/action: expected the planned action but found nothing
          "required_since": "2018.02" | "required_since": "" | warning required-since /capabilities/one/required_since: expected a guideline such as 2016.08 but found ""
          "cutoff_score": 74 | "cutoff_score": 101 | warning below-cutoff /capabilities/one: "one" is required and scores 100, below the cutoff of 101
          "achievements": ["deployed", "doc"] | "achievements": ["deployed", "deployed"] | warning below-cutoff /capabilities/one: "one" is required and scores 60, below the cutoff of 74
          "tempest.c": { | "tempest.c": {"flagged": {"reason": "D400 needs admin", "action": "do", "date": "2029-01-01"}, | warning all-flagged /capabilities/two: "two" is required, but its only test is flagged
          "admin": false | "admin": true | warning admin-required /capabilities/one/admin: "one" is required and says that it needs admin rights
          "tempest.b" | "tempest.api.compute.admin.b" | warning admin-required /capabilities/one/tests/tempest.api.compute.admin.b: "one" is required and has a test of the admin API
          "required": ["one", "two"] | "required": [] | warning empty-target /platforms/OpenStack Powered Compute: target "compute" requires nothing
          "releases": ["zed"] | "releases": "zed" | error structure /metadata/os_trademark_approval/releases: expected a list but found "zed"
          """)
  void findsTheFault(String whole, @Nullable String faulty, String line) {
    String from = whole.replace("\\n", "\n");
    String to = faulty == null ? "" : faulty.replace("\\n", "\n");
    assertThat(CLEAN).contains(from);

    String file = CLEAN.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));

    assertThat(lines(file)).contains(line);
  }

  @Test
  void everyKeyThatStandsTwiceIsFoundAndTheRestIsCheckedAllTheSame() {
    String file =
        CLEAN
            .replace("\"tempest.d\": {", "\"tempest.d\": {},\n        \"tempest.d\": {")
            .replace("\"admin\": false,", "\"admin\": false, \"admin\": true,")
            .replace("\"advisory\": [\"three\"]", "\"advisory\": []");

    assertThat(lines(file))
        .contains(
            "error duplicate-key /capabilities/one/admin: expected each key once but line 40 has"
                + " this one already: read as here",
            "error duplicate-key /capabilities/three/tests/tempest.d: expected each key once but"
                + " line 64 has this one already: read as here",
            "warning orphan-capability /capabilities/three: \"three\" is in no component")
        .filteredOn(it -> it.contains("duplicate-key"))
        .hasSize(4);
  }

  @Test
  void testThatIsListedTwiceInOneCapabilityIsFound() {
    assertThat(lines("2015.03", LISTED.replace("\"a\",", "\"b\",")))
        .contains(
            "warning test-twice /capabilities/one/tests/1: this test is also in capability"
                + " \"one\"");
    assertThat(lines("2015.03", LISTED)).allMatch(it -> it.startsWith("note json-schema"));
  }

  @Test
  void flagOfNoTestIsFound() {
    assertThat(lines("2015.03", LISTED.replace("[\"b\"]", "[\"c\"]")))
        .contains(
            "warning flag-list /capabilities/one/flagged/0: expected a test of this capability"
                + " but found \"c\": left out");
  }

  @Test
  void componentThatTheSourceCallsOtherwiseIsFound() throws IOException {
    Files.writeString(folder.resolve("2015.03.json"), LISTED);

    assertThat(
            lines(
                CLEAN.replace(
                    "[{\"name\": \"os_powered_compute\"}]",
                    "[{\"name\": \"os_powered_compute\"},"
                        + " {\"name\": \"compute\", \"source\": \"https://example.org/2015.03.json\"}]")))
        .isEmpty();
    assertThat(
            lines(
                CLEAN.replace(
                    "[{\"name\": \"os_powered_compute\"}]",
                    "[{\"name\": \"os_powered_compute\", \"source\": \"https://example.org/2015.03.json\"}]")))
        .contains(
            "warning older-source /platforms/OpenStack Powered Compute/components/0/source:"
                + " 2015.03 has no component \"os_powered_compute\": read as its \"compute\"");
  }

  @Test
  void whatTheJsonSchemaFindsIsANote() {
    assertThat(lines(CLEAN.replace("\"reference\": \"https://example.org\",", "")))
        .containsExactly(
            "note json-schema /metadata: schema 2.0: object does not have some of the required"
                + " properties [[reference]]");
  }

  private static String madeFrom(String... keys) {
    return CLEAN.replace(
        "\"scoring\"",
        "\"made_from\": {\"list\": \"a.lst\", \"sha256\": \"%s\", \"names\": 6, %s}, \"scoring\""
            .formatted("0".repeat(64), String.join(", ", keys)));
  }

  @Test
  void guidelineOfAListSaysWhatItIs() {
    String tests = "\"tests\": 4, \"placed_here\": {\"three\": 1}";
    String at = " /metadata/made_from/";

    assertThat(lines(madeFrom(tests))).isEmpty();
    assertThat(lines(madeFrom(tests, "\"reconstructs\": \"x\"")))
        .contains(
            "error reconstruction"
                + at
                + "unknown: expected the unknown parts of the published"
                + " guideline but found nothing");
    assertThat(lines(madeFrom(tests, "\"unknown\": [\"flags\"]")))
        .contains(
            "error reconstruction"
                + at
                + "reconstructs: expected the reconstructed parts, as"
                + " some are unknown, but found nothing");
    assertThat(lines(madeFrom(tests.replace("three", "four"))))
        .contains(
            "error reconstruction"
                + at
                + "placed_here/four: expected a capability of this file"
                + " but found \"four\"");
    assertThat(lines(madeFrom(tests.replace("4", "5"))))
        .contains(
            "error reconstruction" + at + "tests: expected 4, the tests of this file, but found 5");
    assertThat(lines(madeFrom(tests, "\"not_placed\": [\"7: .*: is a regular expression\"]")))
        .contains(
            "warning not-placed"
                + at
                + "not_placed/0: this line of the list is left out: 7: .*:"
                + " is a regular expression");
    assertThat(lines(madeFrom("\"tests\": \"four\"")))
        .contains("error structure" + at + "tests: expected a whole number but found \"four\"");
  }

  @Test
  void approvedGuidelineWithoutCriteriaSaysWhatItWasMadeFrom() {
    String approved = CLEAN.replace("\"draft\"", "\"approved\"");
    String bare = approved.replaceFirst("(?s)\"criteria\": \\{.*?\\}\\s*\\}", "\"criteria\": {}");

    assertThat(lines(approved)).isEmpty();
    assertThat(lines(bare)).anyMatch(it -> it.startsWith("error reconstruction /metadata: "));
    assertThat(lines(bare.replace("\"approved\"", "\"draft\"")))
        .noneMatch(it -> it.contains("reconstruction"));
  }

  @Test
  void fileThatIsCutOffIsFoundWhereItEnds() {
    assertThat(lines(CLEAN.substring(0, CLEAN.indexOf("\"components\": {") + 15)))
        .singleElement()
        .asString()
        .startsWith("error json /: line 24, column ")
        .endsWith(": expected more JSON but found the end of the file: it seems cut off");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "3"})
  void jsonThatIsNoGuidelineIsAnError(String json) {
    assertThat(lines(json)).singleElement().asString().startsWith("error structure /: ");
  }

  @Test
  void everyRuleHasAnIdOfItsOwnAndSaysWhy() {
    assertThat(Stream.of(Rule.values()).map(Rule::id)).doesNotHaveDuplicates();
    assertThat(Rule.values())
        .allSatisfy(
            it -> {
              assertThat(it.id()).matches("[a-z]+(-[a-z]+)*");
              assertThat(it.expected()).isNotBlank().doesNotEndWith(".");
              assertThat(it.why()).isNotBlank().doesNotEndWith(".");
            });
  }

  @Test
  void findingsAreInTheOrderOfTheFileAndHaveTheLinesOfTheirKeys() {
    String file = CLEAN.replace("id-0", "0").replace("2018.02", "").replace("[D400] ", "");
    List<String> lines = file.lines().toList();
    List<LintFinding> findings = lint("2030.01", file).findings();

    assertThat(findings).extracting(LintFinding::line).isSorted();
    assertThat(findings)
        .extracting(LintFinding::rule)
        .contains(Rule.ID_PREFIX, Rule.REQUIRED_SINCE, Rule.FLAG_CODE);
    for (LintFinding finding : findings) {
      String pointer = finding.finding().pointer();
      assertThat(lines.get(finding.line() - 1))
          .contains('"' + pointer.substring(pointer.lastIndexOf('/') + 1) + '"');
    }
  }

  private List<String> lines(String content) {
    return lines("2030.01", content);
  }

  private List<String> lines(String name, String content) {
    return lint(name, content).findings().stream()
        .map(it -> "%s %s %s".formatted(it.rule().level().word(), it.rule().id(), it.finding()))
        .toList();
  }

  private LintReport lint(String name, String content) {
    try {
      Files.writeString(folder.resolve(name + ".json"), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Lint(
            new GuidelineLibrary(List.of(folder)),
            new GuidelineSchema(Path.of("guidelines", "schema")))
        .check(name);
  }
}
