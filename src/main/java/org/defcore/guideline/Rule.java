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
      "each key stands once in its object",
      "of two values some programs take the first, some the last: they score different guidelines"),
  STRUCTURE(
      Level.ERROR,
      "every value has the type that its schema gives it",
      "what has another type cannot be understood, and a guess may drop a requirement"),
  SCHEMA_VERSION(
      Level.WARNING,
      "the schema is 1.2 to 1.6 or 2.0, as a string",
      "of another schema a program can only suppose what its keys mean"),
  JSON_SCHEMA(
      Level.NOTE,
      "the file keeps to the JSON Schema of its version",
      "programs of others may rely on what the schema promises"),
  FILE_NAME(
      Level.WARNING,
      "the file is named after the id in it",
      "reports name the id, people look for the file"),
  MISSPELT_KEY(
      Level.WARNING,
      "keys are spelt as in the schema",
      "this program knows what is meant, others read it as missing"),
  /** An error, since a misspelt flag or alias that nobody reads decides what counts. */
  LOST_KEY(
      Level.ERROR,
      "a key that is nearly one of the schema's is one of them",
      "what it holds is read by nobody, also if it was to flag or to require something"),
  MISSING_KEY(
      Level.NOTE,
      "every key that the schema asks for is there",
      "whoever must meet a capability wants to know what it is and whose it is"),
  APPROVAL_WORDS(
      Level.WARNING,
      "status and target approval are written as the schema says",
      "the window of guidelines that carry the mark is computed from them"),

  REQUIRED_UNDEFINED(
      Level.ERROR,
      "every required capability is defined",
      "nobody knows which tests it asks for, and leaving it out would let a cloud off"),
  LISTED_UNDEFINED(
      Level.WARNING,
      "every capability that a component lists is defined",
      "what leaves the guideline leaves its lists, too; left here, the list names nothing"),
  UNDEFINED_COMPONENT(
      Level.ERROR,
      "every component that a target uses is defined, or names its source",
      "the target would silently ask for less"),
  UNRESOLVED_SOURCE(
      Level.ERROR,
      "the guideline that a source names is at hand and has the component",
      "the target would silently ask for less"),
  OLDER_SOURCE(
      Level.WARNING,
      "the source has the component under the same name",
      "schema 1.x had other names; the reader translates them, others may not"),
  ORPHAN_CAPABILITY(
      Level.WARNING,
      "every capability is in a component",
      "it has no status, so no target asks for it and its tests never count"),
  /** An error, since programs differ in whether the strongest or the last status holds. */
  STATUS_CONFLICT(
      Level.ERROR,
      "a component gives a capability one status",
      "some programs let the strongest status hold, some the last"),
  LISTED_TWICE(
      Level.WARNING, "a list names a capability once", "who counts entries counts it twice"),
  UNKNOWN_CRITERION(
      Level.WARNING,
      "achievements are keys of the file's own criteria",
      "no weight goes with it, so it adds nothing to the score"),

  NO_TESTS(
      Level.WARNING,
      "every capability has tests",
      "without a test nothing can be shown to meet it"),
  TEST_IN_TWO_CAPABILITIES(
      Level.WARNING,
      "a test is in one capability",
      "one failure breaks both, and who counts entries counts it twice"),
  TEST_TWICE(Level.WARNING, "a capability has a test once", "who counts entries counts it twice"),
  ID_OF_TWO_NAMES(
      Level.WARNING, "an id belongs to one test", "a result with that id answers for both names"),
  /** An error, since the test that must pass depends on the way in which results are matched. */
  NAME_OF_TWO_IDS(
      Level.ERROR,
      "a test has one id wherever it stands",
      "results that bear the name and results that bear an id are not of the same test"),
  ALIAS_IS_A_NAME(
      Level.WARNING,
      "an alias is no other test's name",
      "a result by that name could be of either; the name goes before the alias"),
  /** An error, since a result that bears only the alias has no owner. */
  ALIAS_OF_TWO(
      Level.ERROR, "an alias belongs to one test", "a result by that name could be of either test"),
  OWN_ALIAS(Level.NOTE, "an alias is another name than the test's own", "it says nothing"),
  NO_ID(
      Level.WARNING,
      "every test has an id",
      "tests are renamed; without an id a result is found by its name alone"),
  ID_TRAILER(
      Level.WARNING,
      "an id stands alone",
      "attributes of a test are its suite's matter, and break comparison by text"),
  ID_PREFIX(
      Level.NOTE, "an id is written as id- and the UUID", "lists of tests are compared as text"),
  PLACEHOLDER_TEST(
      Level.WARNING,
      "every test exists in the suite that the guideline names",
      "a stand-in can neither pass nor fail, so a cloud could never meet its capability"),

  /** An error: some programs take the key itself for the flag, so the test counts or does not. */
  FLAG_NULL(
      Level.ERROR,
      "a test that is not flagged has no such key",
      "some programs take the key for a flag, some the null for none"),
  FLAG_KEY(
      Level.WARNING,
      "the key of a flag is flagged",
      "the text of schema 2.0 says flag, but no published file does, and others do not read it"),
  /** An error, since either of them may hold. */
  FLAG_TWICE(
      Level.ERROR,
      "a test has flagged or flag, not both",
      "they may say different things, and programs differ in which they read"),
  FLAG_LIST(
      Level.WARNING,
      "flags stand at the tests they flag, or in schema 1.2 name tests of the capability",
      "a flag of no test lets nothing off, although somebody meant it to"),
  FLAG_CODE(
      Level.WARNING,
      "a flag's reason begins with a code, D400 to D406",
      "the process admits a closed list of reasons not to count a test"),
  FLAG_DATE(
      Level.WARNING,
      "a flag has a date",
      "reviewers must see whether a run was made before or after it"),
  FLAG_ACTION(
      Level.NOTE,
      "a flag says what is to be done about it",
      "a flag is meant to go away in a later guideline"),

  REQUIRED_SINCE(
      Level.WARNING,
      "required_since names a guideline",
      "it tells vendors since when a capability has been required"),
  BELOW_CUTOFF(
      Level.WARNING,
      "what is required scores at least the cutoff",
      "the score is the board's reason to require it; the file's own weights do not bear it out"),
  ALL_FLAGGED(
      Level.WARNING,
      "a required capability has tests that count",
      "it is required, but no run can show that it is met"),
  ADMIN_REQUIRED(
      Level.WARNING,
      "what is required needs no admin rights",
      "a user of a public cloud has none, and the process vetoes such capabilities"),
  EMPTY_TARGET(
      Level.WARNING,
      "every target requires something",
      "a verdict about it can only be that nothing is required"),

  /** An error, since the published guideline may ask for something else than what is left of it. */
  RECONSTRUCTION(
      Level.ERROR,
      "a guideline without criteria names its source and what is unknown about it",
      "its verdicts could be mistaken for those of the published guideline"),
  NOT_PLACED(
      Level.WARNING,
      "a guideline has every test of the list that it was made from",
      "the author of the list asked for more");

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
