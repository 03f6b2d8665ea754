package org.defcore.guideline;

import java.util.Locale;

/**
 * The rules for guideline files, to which the reader and the lint refer in their findings.
 *
 * <p>An {@link Level#ERROR} makes verdicts ambiguous: two programs, or two people, that read the
 * same file may come to different verdicts. Any other departure from the guideline process is a
 * {@link Level#WARNING}: the published guidelines have many of them and cannot be changed, and
 * their verdicts are clear. A {@link Level#NOTE} affects neither verdict nor process.
 */
public enum Rule {
  JSON(Level.ERROR, "the file is one JSON document in UTF-8", "what cannot be read has no verdict"),
  DUPLICATE_KEY(
      Level.ERROR,
      "keys are unique within an object",
      "some programs use the first value, some the last, so they score different guidelines"),
  STRUCTURE(
      Level.ERROR,
      "every value has the type that the schema requires",
      "a value of another type cannot be interpreted, and a guess may drop a requirement"),
  SCHEMA_VERSION(
      Level.WARNING,
      "the schema is 1.2 to 1.6 or 2.0, as a string",
      "the meaning of keys is undefined for any other schema version"),
  JSON_SCHEMA(
      Level.NOTE,
      "the file is valid under the JSON Schema of its version",
      "other programs may rely on the schema"),
  FILE_NAME(
      Level.WARNING,
      "the file is named after the id in it",
      "reports give the id, and people look for a file of that name"),
  MISSPELT_KEY(
      Level.WARNING,
      "keys are spelt as in the schema",
      "defcore accepts the spelling, other programs treat the key as missing"),
  /** An error, since a misspelt flag or alias that nobody reads decides what counts. */
  LOST_KEY(
      Level.ERROR,
      "no key is a near miss of a schema key",
      "its value is ignored, even if it flags or requires something"),
  MISSING_KEY(
      Level.NOTE,
      "every key that the schema requires is present",
      "vendors need the description and the project of a capability"),
  APPROVAL_WORDS(
      Level.WARNING,
      "status and target approval use the words of the schema",
      "the window of eligible guidelines is computed from them"),

  REQUIRED_UNDEFINED(
      Level.ERROR,
      "every required capability is defined",
      "its tests are unknown, and ignoring it would waive a requirement"),
  LISTED_UNDEFINED(
      Level.WARNING,
      "every capability that a component lists is defined",
      "a removed capability must also be removed from the lists"),
  UNDEFINED_COMPONENT(
      Level.ERROR,
      "every component that a target uses is defined, or names its source",
      "the target would silently require less"),
  UNRESOLVED_SOURCE(
      Level.ERROR,
      "the guideline named as a source is available and has the component",
      "the target would silently require less"),
  OLDER_SOURCE(
      Level.WARNING,
      "the source has the component under the same name",
      "schema 1.x used other names; defcore translates them, other programs may not"),
  ORPHAN_CAPABILITY(
      Level.WARNING,
      "every capability is in a component",
      "it has no status, so no target requires it and its tests never count"),
  /** An error, since programs differ in whether the strongest or the last status holds. */
  STATUS_CONFLICT(
      Level.ERROR,
      "a component gives a capability one status",
      "some programs use the strongest status, some the last"),
  LISTED_TWICE(
      Level.WARNING,
      "a list has each capability once",
      "programs that count entries count it twice"),
  UNKNOWN_CRITERION(
      Level.WARNING,
      "achievements are keys of the file's own criteria",
      "it has no weight, so it adds nothing to the score"),

  NO_TESTS(
      Level.WARNING,
      "every capability has tests",
      "conformance to it cannot be shown without a test"),
  TEST_IN_TWO_CAPABILITIES(
      Level.WARNING,
      "a test is in one capability",
      "one failure affects both, and programs that count entries count it twice"),
  TEST_TWICE(
      Level.WARNING, "a capability has a test once", "programs that count entries count it twice"),
  ID_OF_TWO_NAMES(
      Level.WARNING, "an id belongs to one test", "a result with that id counts for both names"),
  /** An error, since the test that must pass depends on the way in which results are matched. */
  NAME_OF_TWO_IDS(
      Level.ERROR,
      "a test has the same id throughout the guideline",
      "results by name and results by id would belong to different tests"),
  ALIAS_IS_A_NAME(
      Level.WARNING,
      "an alias is no other test's name",
      "a result by that name is ambiguous; the name takes precedence over the alias"),
  /** An error, since a result that bears only the alias has no owner. */
  ALIAS_OF_TWO(Level.ERROR, "an alias belongs to one test", "a result by that name is ambiguous"),
  OWN_ALIAS(Level.NOTE, "an alias differs from the test's own name", "it says nothing"),
  NO_ID(
      Level.WARNING,
      "every test has an id",
      "tests are renamed; without an id a result can be matched by name only"),
  ID_TRAILER(
      Level.WARNING,
      "an id has no trailing attributes",
      "attributes belong to the test suite and break comparison as text"),
  ID_PREFIX(
      Level.NOTE, "an id is written as id- and the UUID", "lists of tests are compared as text"),
  PLACEHOLDER_TEST(
      Level.WARNING,
      "every test exists in the suite that the guideline names",
      "a placeholder can neither pass nor fail, so its capability can never be met"),

  /** An error: some programs take the key itself for the flag, so the test counts or does not. */
  FLAG_NULL(
      Level.ERROR,
      "a test that is not flagged has no flag key",
      "some programs treat the key as a flag, some treat null as no flag"),
  FLAG_KEY(
      Level.WARNING,
      "the key of a flag is flagged",
      "the text of schema 2.0 says flag, but no published file uses it, and other programs ignore it"),
  /** An error, since either of them may hold. */
  FLAG_TWICE(
      Level.ERROR,
      "a test has flagged or flag, not both",
      "they may disagree, and programs differ in which one they use"),
  FLAG_LIST(
      Level.WARNING,
      "flags are set at their tests, or in schema 1.2 name tests of the capability",
      "a flag that matches no test has no effect"),
  FLAG_CODE(
      Level.WARNING,
      "a flag's reason begins with a code, D400 to D406",
      "the guideline process has a closed list of reasons"),
  FLAG_DATE(
      Level.WARNING,
      "a flag has a date",
      "reviewers must see whether a run was made before or after it"),
  FLAG_ACTION(
      Level.NOTE,
      "a flag states the planned action",
      "a flag is meant to go away in a later guideline"),

  REQUIRED_SINCE(
      Level.WARNING,
      "required_since names a guideline",
      "it tells vendors since when the capability is required"),
  BELOW_CUTOFF(
      Level.WARNING,
      "a required capability scores at least the cutoff",
      "the score justifies the requirement, and the file's own weights contradict it"),
  ALL_FLAGGED(
      Level.WARNING,
      "a required capability has tests that count",
      "it is required, but no run can show that it is met"),
  ADMIN_REQUIRED(
      Level.WARNING,
      "a required test needs no admin rights",
      "users of a public cloud have none, and the process vetoes such capabilities"),
  EMPTY_TARGET(
      Level.WARNING, "every target requires something", "its verdict can only be nothing-required"),

  /** An error, since the published guideline may ask for something else than what is left of it. */
  RECONSTRUCTION(
      Level.ERROR,
      "a guideline without criteria names its source and its unknown parts",
      "its verdicts could be mistaken for those of the published guideline"),
  NOT_PLACED(
      Level.WARNING,
      "a guideline has every test of its source list",
      "the source list requires more");

  /** Severity of a violation. */
  public enum Level {
    /** Verdicts are ambiguous. */
    ERROR,
    /** The guideline process was not followed. */
    WARNING,
    /** A matter of tidiness. */
    NOTE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Level level;
  private final String expected;
  private final String why;

  Rule(Level level, String expected, String why) {
    this.level = level;
    this.expected = expected;
    this.why = why;
  }

  /** Its name in reports: {@code orphan-capability}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Level level() {
    return level;
  }

  /** The condition that holds in a file without such a finding. */
  public String expected() {
    return expected;
  }

  /** The reason for the rule, half a sentence. */
  public String why() {
    return why;
  }
}
