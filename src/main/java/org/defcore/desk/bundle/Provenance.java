package org.defcore.desk.bundle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.defcore.bundle.Bundle;
import org.defcore.bundle.BundleFacts;
import org.defcore.desk.Installation;
import org.defcore.desk.bundle.VerifiedClaim.Standing;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineException;

/** Claims about what a bundle was made with, beside what this program has. */
final class Provenance {

  private final Installation installation;
  private final Bundle bundle;
  private final BundledVerdicts verdicts;
  private final List<VerifiedClaim> claims = new ArrayList<>();

  Provenance(Installation installation, Bundle bundle, BundledVerdicts verdicts) {
    this.installation = installation;
    this.bundle = bundle;
    this.verdicts = verdicts;
  }

  List<VerifiedClaim> claims() {
    suite();
    guideline();
    return List.copyOf(claims);
  }

  private void add(String subject, Standing standing, String words) {
    claims.add(new VerifiedClaim(subject, standing, words));
  }

  private void suite() {
    BundleFacts.Suite then = bundle.facts().suite();
    BundleFacts.Suite now = SuiteCode.facts();
    boolean same = then.equals(now);
    add(
        "suite",
        same ? Standing.OK : Standing.NOTE,
        same
            ? "the same as in this program, %d tests, sha256:%s"
                .formatted(now.tests(), now.sha256())
            : "other than in this program: %d tests, sha256:%s, of defcore %s"
                .formatted(then.tests(), then.sha256(), bundle.facts().tool()));
  }

  /** Guideline, policy and catalogue beside those of this program. */
  private void guideline() {
    Guideline guideline = verdicts.first().guideline();
    boolean known;
    try {
      known =
          installation
              .guidelines()
              .bundled(bundle.facts().scoring().guideline())
              .contentHash()
              .equals(guideline.contentHash());
    } catch (GuidelineException e) {
      known = false;
    }
    add(
        "guideline",
        known ? Standing.OK : Standing.NOTE,
        "%s, %s, %s"
            .formatted(
                guideline.id(),
                guideline.contentHash(),
                known ? "the same as in this program" : "other than in this program"));
    own("policy", "public/guidelines/policy.yaml", List.of(installation.own().policyFile()));
    own(
        "catalogue",
        "public/capabilities/",
        BundleMaker.yamlFiles(installation.own().capabilities()));
    add(
        "verdict",
        Standing.NOTE,
        "%s for %s of %s, run %s of %s%s"
            .formatted(
                verdicts.first().status().word(),
                verdicts.first().target().key(),
                guideline.id(),
                bundle.facts().run().id(),
                verdicts.matrix().run().cloud(),
                verdicts.matrix().run().simulated() ? " (simulated)" : ""));
  }

  /** Compares parts with the files of this program. */
  private void own(String subject, String parts, List<Path> files) {
    SortedMap<String, String> there = new TreeMap<>();
    bundle
        .sums()
        .forEach(
            (name, sum) -> {
              if (name.startsWith(parts)) {
                there.put(name.substring(name.lastIndexOf('/') + 1), sum);
              }
            });
    SortedMap<String, String> here = new TreeMap<>();
    files.forEach(it -> here.put(it.getFileName().toString(), Bundle.sum(BundleMaker.content(it))));
    boolean same = there.equals(here);
    add(
        subject,
        same ? Standing.OK : Standing.NOTE,
        (same ? "the same as in this program, " : "other than in this program, ") + parts);
  }
}
