package org.defcore.report.run;

import java.util.ArrayList;
import java.util.List;
import org.defcore.guideline.Guideline;
import org.defcore.verdict.Verdict;

/**
 * A content hash by which a reader can check an input of the report.
 *
 * @param what the input
 */
public record Hashes(String what, String hash) {

  private static final int DIGITS = 12;

  /** Every input of a report. */
  static List<Hashes> of(ReportModel report) {
    List<Hashes> hashes = new ArrayList<>();
    report.verdicts().stream()
        .map(Verdict::guideline)
        .distinct()
        .map((Guideline it) -> new Hashes("Guideline " + it.id(), it.contentHash()))
        .forEach(hashes::add);
    hashes.add(new Hashes("Policy", report.terms().policy().contentHash()));
    report
        .run()
        .integrity()
        .hash()
        .ifPresent(it -> hashes.add(new Hashes("Manifest of the files of the run", it)));
    return hashes;
  }

  /** The algorithm and the first twelve digits. */
  static String brief(String hash) {
    int end = hash.indexOf(':') + 1 + DIGITS;
    return hash.length() <= end ? hash : hash.substring(0, end) + "…";
  }
}
