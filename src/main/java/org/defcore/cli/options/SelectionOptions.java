package org.defcore.cli.options;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.defcore.runner.Selection;
import org.defcore.service.Service;
import picocli.CommandLine.Option;

/** Options for the tests to run. A run of some of them is partial and can never be conformant. */
public final class SelectionOptions {

  @Option(
      names = "--test",
      split = ",",
      paramLabel = "TEST",
      description = "Only tests with this id, name, or part of a name; may be given again.")
  private List<String> tests = new ArrayList<>();

  @Option(
      names = "--capability",
      split = ",",
      paramLabel = "NAME",
      description = "Only tests of this capability; may be given again.")
  private List<String> capabilities = new ArrayList<>();

  @Option(
      names = "--service",
      split = ",",
      paramLabel = "TYPE",
      completionCandidates = ServiceWords.class,
      description = "Only tests of this service: ${COMPLETION-CANDIDATES}; may be given again.")
  private List<String> services = new ArrayList<>();

  public Selection selection() {
    return new Selection(tests, capabilities, services);
  }

  private static final class ServiceWords implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Service.words().iterator();
    }
  }
}
