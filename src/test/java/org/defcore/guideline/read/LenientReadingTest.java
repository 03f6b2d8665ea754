package org.defcore.guideline.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Finding;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.Status;
import org.defcore.guideline.TestId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LenientReadingTest {

  private static final String KEYED =
      """
      {"id": "2030.01", "schema": "1.6", "status": "draft", "releases": ["Zed"],
       "target_approval": "2030-01-02", "cutoff_score": "74",
       "platform": {"required": ["compute"]},
       "components": {"compute": {"required": ["one", "two"], "deprecated": ["three"]}},
       "capabilities": {
         "one": {"achievements": ["doc"], "admin": false, "description": "d", "project": "nova",
           "required-since": "2016.08",
           "tests": {"a": {"idempotent_id": "id-00000000-0000-0000-0000-000000000001",
             "aliases": ["x"],
             "flagged": {"reason": "[D400] r", "action": "y", "date": "2020-01-01"}}}},
         "two": {"achievements": [], "admin": false, "description": "d", "project": "nova",
           "tests": {"b": {"idempotent_id": "id-00000000-0000-0000-0000-000000000002"}}},
         "three": {"achievements": [], "admin": false, "description": "d", "project": "nova",
           "tests": {"c": {"idempotent_id": "id-00000000-0000-0000-0000-000000000003"}}}},
       "criteria": {"doc": {"Description": "d", "name": "Doc", "weight": 8}}}
      """;

  private static final String LISTED =
      """
      {"id": "2015.03", "schema": "1.2", "status": "approved", "releases": ["juno"],
       "platform": {"required": ["compute"]},
       "components": {"compute": {"required": ["one"]}},
       "capabilities": {"one": {"achievements": [], "admin": false, "description": "d",
         "project": "nova", "name": "one", "tests": ["a", "b"], "flagged": ["b"]}}}
      """;

  private final GuidelineReader reader = new GuidelineReader();

  @Test
  void filesAsTheyShouldBeHaveNoOddities() {
    assertThat(read(KEYED).oddities()).isEmpty();
    assertThat(read(LISTED).oddities()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "achievements": ["doc"] | "acheivements": ["doc"] | /capabilities/one/acheivements: expected the key "achievements": read as that
          "description": "d", "project": "nova",    "req | "descriptin": "d", "project": "nova", "req | /capabilities/one/descriptin: expected the key "description": read as that
          "deprecated"        | "depricated"    | /components/compute/depricated: expected the key "deprecated": read as that
          "required-since"    | "required_since" | /capabilities/one/required_since: expected the key "required-since": read as that
          "2016.08"           | ""              | /capabilities/one/required-since: expected a guideline such as 2016.08 but found ""
          "flagged": {        | "flag": {       | /capabilities/one/tests/a/flag: expected the key "flagged": read as that
          "flagged": {        | "flagged": null, "x": { | /capabilities/one/tests/a/flagged: expected reason, action and date but found null: read as not flagged
          "[D400] r"          | "r"             | /capabilities/one/tests/a/flagged/reason: expected a code such as D400 before the reason but found "r"
          "idempotent_id": "id-00000000-0000-0000-0000-000000000001" | "idempotent-id": "id-00000000-0000-0000-0000-000000000001" | /capabilities/one/tests/a/idempotent-id: expected the key "idempotent_id": read as that
          "id-00000000-0000-0000-0000-000000000001" | "00000000-0000-0000-0000-000000000001" | /capabilities/one/tests/a/idempotent_id: expected "id-" before the UUID but found "00000000-0000-0000-0000-000000000001"
          "id-00000000-0000-0000-0000-000000000001" | "id-00000000-0000-0000-0000-000000000001,smoke" | /capabilities/one/tests/a/idempotent_id: expected id-<uuid> alone but found "id-00000000-0000-0000-0000-000000000001,smoke": read without the rest
          "id-00000000-0000-0000-0000-000000000001" | "" | /capabilities/one/tests/a/idempotent_id: expected id-<uuid> but found the stand-in "": read as no id
          "id-00000000-0000-0000-0000-000000000001" | "id-00000000-0000-0000-0000-000000000000" | /capabilities/one/tests/a/idempotent_id: expected id-<uuid> but found the stand-in "id-00000000-0000-0000-0000-000000000000": read as no id
          "id-00000000-0000-0000-0000-000000000002" | "id-00000000-0000-0000-0000-000000000001" | /capabilities/two/tests/b: this id is also that of "a"
          "b": {              | "a": {          | /capabilities/two/tests/a: this test is also in capability "one"+
          ["x"]               | ["b"]           | /capabilities/one/tests/a/aliases/0: the alias "b" is also another test's name
          ["x"]               | ["a"]           | /capabilities/one/tests/a/aliases/0: the alias is the test's own name
          "deprecated": ["three"] | "deprecated": ["three", "two"] | /components/compute/deprecated/1: "two" is required already: read as required
          "deprecated": ["three"] | "deprecated": ["three", "four"] | /components/compute/deprecated/1: expected a capability that the file defines but found "four": left out
          ["three"]           | []              | /capabilities/three: "three" is in no component
          {"b": {"idempotent_id": "id-00000000-0000-0000-0000-000000000002"}} | {} | /capabilities/two/tests: "two" has no tests
          ["doc"]             | ["dok"]         | /capabilities/one: expected keys of criteria as achievements but found "dok"
          "draft"             | "superceded"    | /status: expected "superseded" but found "superceded": read as that
          "1.6"               | "1.7"           | /schema: expected schema 1.2 to 1.6 but found "1.7": read as 1.6
          "1.6"               | 1.6             | /schema: expected a string but found 1.6
          "2030-01-02"        | "dns.2030.01"   | /target_approval: expected a date yyyy.mm but found "dns.2030.01": read without the name
          """)
  void readsWhatIsOddAndSaysSo(String proper, String odd, String oddity) {
    String file = KEYED.replaceAll("\\n *", " ");
    String searched = proper.replaceAll(" +", " ");
    assertThat(file).contains(searched);
    String first = file.replaceFirst(Pattern.quote(searched), quoted(odd));

    List<String> oddities = read(first).oddities().stream().map(Finding::toString).toList();

    if (oddity.endsWith("+")) {
      assertThat(oddities).contains(oddity.substring(0, oddity.length() - 1)).hasSize(2);
    } else {
      assertThat(oddities).containsExactly(oddity);
    }
  }

  @Test
  void misspeltAndOddValuesKeepTheirMeaning() {
    Guideline guideline =
        read(
            KEYED
                .replace("\"achievements\": [\"doc\"]", "\"acheivements\": [\"doc\"]")
                .replace("\"flagged\"", "\"flag\"")
                .replace(
                    "id-00000000-0000-0000-0000-000000000001\"",
                    "id-00000000-0000-0000-0000-000000000001,smoke\""));
    Capability one = guideline.capabilities().get("one");

    assertThat(one.achievements()).containsExactly("doc");
    assertThat(one.tests().get(0).flag().orElseThrow().code()).contains("D400");
    assertThat(one.tests().get(0).id()).contains(TestId.of("00000000-0000-0000-0000-000000000001"));
    assertThat(guideline.releases()).containsExactly("zed");
    assertThat(guideline.annex().cutoff()).contains(74);
  }

  @Test
  void nullFlagIsNoFlag() {
    Guideline guideline = read(KEYED.replace("\"flagged\": {", "\"flagged\": null, \"x\": {"));

    assertThat(guideline.capabilities().get("one").tests().get(0).flagged()).isFalse();
  }

  @Test
  void schema12FlagsTestsAtTheCapability() {
    Capability one = read(LISTED).capabilities().get("one");

    assertThat(one.tests()).extracting(GuidelineTest::flagged).containsExactly(false, true);
    assertThat(read(LISTED.replace("[\"b\"]", "[\"c\"]")).oddities())
        .extracting(Finding::toString)
        .containsExactly(
            "/capabilities/one/flagged/0: expected a test of this capability but found \"c\":"
                + " left out");
  }

  @Test
  void laterSchemasMayFlagAtTheCapabilityToo() {
    Guideline guideline =
        read(KEYED.replace("\"tests\": {\"b\"", "\"flagged\": [\"b\"], \"tests\": {\"b\""));

    assertThat(guideline.capabilities().get("two").tests().get(0).flagged()).isTrue();
    assertThat(guideline.oddities())
        .extracting(Finding::toString)
        .containsExactly(
            "/capabilities/two/flagged: expected flags at the tests but found a list as in schema"
                + " 1.2: read as that");
  }

  @Test
  void capabilityBothRequiredAndRemovedIsRequired() {
    Guideline guideline =
        read(KEYED.replace("\"deprecated\": [\"three\"]", "\"removed\": [\"two\", \"three\"]"));

    assertThat(guideline.requirements(guideline.target("compute").orElseThrow()))
        .extracting(it -> Map.entry(it.capability().name(), it.status()))
        .containsExactly(
            Map.entry("one", Status.REQUIRED),
            Map.entry("two", Status.REQUIRED),
            Map.entry("three", Status.REMOVED));
  }

  @Test
  void versionsAreComparedAsNumbers() {
    assertThat(SchemaVersion.parse("10.0").orElseThrow())
        .isGreaterThan(SchemaVersion.parse("2.0").orElseThrow());
    assertThat(SchemaVersion.parse("1.10").orElseThrow())
        .isGreaterThan(SchemaVersion.parse("1.9").orElseThrow());
  }

  private Guideline read(String file) {
    return reader.read("mine", file.getBytes(UTF_8));
  }

  private static String quoted(String odd) {
    return Matcher.quoteReplacement(odd);
  }
}
