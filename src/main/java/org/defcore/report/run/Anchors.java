package org.defcore.report.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.defcore.verdict.ScoredCapability;
import org.defcore.verdict.Verdict;

/** Ids of the parts of a page, the same for the same test or capability in every report. */
public final class Anchors {

  private final List<Verdict> verdicts;
  private final Map<String, Integer> homes = new HashMap<>();

  Anchors(List<Verdict> verdicts) {
    this.verdicts = verdicts;
    for (int i = 0; i < verdicts.size(); i++) {
      for (ScoredCapability capability : verdicts.get(i).capabilities()) {
        homes.putIfAbsent(capability.name(), i);
      }
    }
  }

  public String of(TestReport test) {
    return "test-" + slug(test.key());
  }

  /** Plain for the first verdict that has the capability; with guideline and target for others. */
  public String of(int verdict, String capability) {
    if (homes.getOrDefault(capability, verdict) == verdict) {
      return of(capability);
    }
    Verdict other = verdicts.get(verdict);
    return "capability-"
        + slug(other.guideline().id() + "-" + other.target().key())
        + "-"
        + slug(capability);
  }

  public String of(String capability) {
    return "capability-" + slug(capability);
  }

  public String of(Verdict verdict) {
    return "verdict-" + slug(verdict.guideline().id()) + "-" + slug(verdict.target().key());
  }

  // Whatever had to be changed gets a number after it, so that no two anchors become one.
  private static String slug(String text) {
    String slug = text.replaceAll("[^A-Za-z0-9._-]", "-");
    return slug.equals(text) ? slug : slug + "-" + Integer.toHexString(text.hashCode());
  }
}
