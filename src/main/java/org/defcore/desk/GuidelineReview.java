package org.defcore.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.defcore.capability.Catalogue;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.diff.Drift;
import org.defcore.guideline.diff.GuidelineDiff;
import org.defcore.guideline.diff.GuidelineProcess;
import org.defcore.guideline.diff.ProcessBreach;
import org.defcore.guideline.library.GuidelineLibrary;
import org.defcore.guideline.library.Succession;
import org.defcore.guideline.read.GuidelineDocument;
import org.defcore.guideline.read.GuidelineDocument.Twice;
import org.defcore.guideline.read.GuidelineReader;
import org.defcore.report.guideline.DriftReport;
import org.defcore.report.guideline.GuidelinePage;
import org.defcore.runner.SuiteIndex;

/** Guidelines beside what came before them. */
public final class GuidelineReview {

  private final Installation installation;
  private final GuidelineLibrary library;

  public GuidelineReview(Installation installation) {
    this.installation = installation;
    this.library = installation.guidelines();
  }

  /** The guideline as a page, with what changed since the one before it. */
  public GuidelinePage page(String name) {
    Guideline guideline = library.find(name);
    Catalogue catalogue = installation.catalogue();
    Optional<GuidelineDiff> difference =
        new Succession(library)
            .before(guideline)
            .map(it -> GuidelineDiff.of(it, guideline, catalogue.corrected()));
    return new GuidelinePage(guideline, catalogue, SuiteIndex.read().claims().keySet(), difference);
  }

  /** The changes from one guideline to another. */
  public GuidelineDiff diff(String from, String to) {
    return GuidelineDiff.of(
        library.find(from), library.find(to), installation.catalogue().corrected());
  }

  /** Breaches of the guideline process. */
  public List<ProcessBreach> breaches(GuidelineDiff diff) {
    return new GuidelineProcess(diff)
        .breaches(library.list().stream().flatMap(it -> it.guideline().stream()).toList());
  }

  /**
   * The changes of a file since it was in that folder, or at that revision of git.
   *
   * @throws GuidelineException when there is no such state of it
   */
  public DriftReport drift(String name, String since) {
    Path file = library.locate(name);
    byte[] now = GuidelineDocument.bytes(file);
    byte[] then = new EarlierFile(since, installation.work(), "git").content(file);
    String earlier = since + ": " + file.getFileName();
    GuidelineReader reader = new GuidelineReader();
    Guideline from = reader.read(earlier, then);
    Guideline to = reader.read(name, now);
    Drift drift = Drift.of(from, json(earlier, then), to, json(name, now));
    GuidelineDiff diff = GuidelineDiff.of(from, to, installation.catalogue().corrected());
    return new DriftReport(file, since, drift, diff);
  }

  private static JsonNode json(String source, byte[] content) {
    return GuidelineDocument.parse(content, Twice.REFUSE)
        .json()
        .orElseThrow(() -> new GuidelineException(source + ": no JSON"));
  }
}
