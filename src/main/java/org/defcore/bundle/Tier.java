package org.defcore.bundle;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The readers of a part of a bundle. */
public enum Tier {
  /** Outcomes, verdicts, and what these follow from. */
  PUBLIC,
  /** Failures and their evidence. */
  REVIEWER,
  /** The rest, as the ledger of what was created. */
  PRIVATE;

  static final String OUTCOMES = "outcomes.jsonl";
  static final String REMARKS = "remarks.jsonl";

  private static final Set<String> OPEN = Set.of("plan.json", "declaration.yaml");
  private static final Set<String> FAILURES =
      Set.of(
          OUTCOMES,
          REMARKS,
          "observation.json",
          "manifest",
          "report.json",
          "report.html",
          "junit.xml");

  /** The name in files and options, and of the folder. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Tier> parse(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Tier::word).toList();
  }

  /** The tier of a file of a run, whole. */
  static Tier of(String file) {
    if (OPEN.contains(file)) {
      return PUBLIC;
    }
    return FAILURES.contains(file) || file.startsWith("evidence/") ? REVIEWER : PRIVATE;
  }

  /** The tier that a part of a bundle is in; empty at the top. */
  static Optional<Tier> holding(String part) {
    return Arrays.stream(values()).filter(it -> part.startsWith(it.word() + "/")).findFirst();
  }

  boolean mayBeWithheld() {
    return this != PUBLIC;
  }

  /** The part with the sums of the tier. */
  String sums() {
    return word() + "/" + Sums.FILE;
  }
}
