package org.defcore.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.defcore.explain.Explainer;
import org.defcore.explain.Explanation;
import org.defcore.explain.UnknownSubject;
import org.defcore.guideline.Guideline;
import org.defcore.result.RunSource;
import org.defcore.runner.SuiteIndex;

/** Explanations of capabilities and tests, with the calls that the tests make. */
public final class Explanations {

  private final Installation installation;
  private final SuiteIndex suite = SuiteIndex.read();

  public Explanations(Installation installation) {
    this.installation = installation;
  }

  /**
   * An explanation without calls.
   *
   * @param name of a capability, or id, name or alias of a test
   */
  public Explanation of(String name) throws UnknownSubject {
    Map<String, Guideline> library = new LinkedHashMap<>();
    installation
        .guidelines()
        .list()
        .forEach(entry -> entry.guideline().ifPresent(it -> library.put(entry.name(), it)));
    return new Explainer(library, installation.catalogue(), suite.claims()).explain(name);
  }

  /** The same with the calls of its tests, seen by running them on the embedded cloud. */
  public Explanation simulated(Explanation explanation) {
    return explanation.calling(
        new RecordedCalls(installation, suite).simulated(explanation),
        "the embedded simulated cloud");
  }

  /**
   * The same with the calls that a run has made.
   *
   * @param name of the run as the user wrote it
   */
  public Explanation seen(Explanation explanation, RunSource run, String name) {
    return explanation.calling(RecordedCalls.in(run, explanation.implemented()), "run " + name);
  }
}
